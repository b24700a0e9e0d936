import {products} from "../cases/bound.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close} from "../ledger/criterion.js";
import {enumeration} from "../ledger/route.js";
import * as measured from "./robbinsMonroProduct.measured.js";
import * as predicted from "./robbinsMonroProduct.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: products,
    id: "FG-LemA.4",
    part: "i",
    fixed: "numbers a and c₀, five pairs of them up to products that change sign",
    statement:
      "$T^a\\,\\Pi_{1,T}\\to1/(\\Gamma(1-r)\\Gamma(1-r'))$, $r,r'=\\frac12(a\\pm\\sqrt{a^2-4c_0})$: so $\\Pi_{1,T}\\le CT^{-a}$",
    assumptions: ["c₀ ≥ 0, any a"],
    note: "a > 1 is not needed here; the sum of the weights needs it. The constant is of order e^(π√c₀). Factors at small k may be negative or zero, where the proof's logarithm does not exist; the bound holds for |Π|.",
    predicted: predicted.productLimit,
    routes: [
      enumeration("products from k = 1 to T = 200 000, for a from ½ to 4", measured.directProduct)
    ],
    criterion: close(1e-3, "corrections of order 1/T are left"),
    mutant: {description: "1/Γ(1 − a), without c₀", predicted: predicted.productLimitFirstOrder}
  }),
  forCases({
    cases: products,
    id: "FG-LemA.4",
    part: "ii",
    fixed: "numbers a and c₀, five pairs of them up to products that change sign",
    statement:
      "$|\\Pi_{t+1,T}|\\le C(t/T)^a$ with $C=2^ae^{\\pi^2c_0/6}\\prod_{\\alpha_k<0}\\max(1,|\\alpha_k|e^{a/k})$",
    assumptions: ["c₀ ≥ 0, a > 0"],
    note: "The constant is ours; the lemma prints none. a > 1 is not needed.",
    predicted: predicted.productBound,
    routes: [
      enumeration(
        "the largest of |Π_{t+1,T}|(T/t)^a over all t at T = 20 000",
        measured.worstProduct
      )
    ],
    criterion: atMost(1e-9),
    mutant: {description: "the exponent a + 1", measure: measured.worstProductSteeper}
  })
];
