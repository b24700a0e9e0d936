import {endFamily, mixtureFamily} from "../cases/families/quasi.js";
import {endRuns, mixtureRuns, unlike, unmixedRun} from "../cases/quasi.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal} from "../ledger/criterion.js";
import {augmented, direct, minimisation} from "../ledger/route.js";
import * as measured from "./qhm.measured.js";
import * as predicted from "./qhm.predicted.js";
import * as second from "./qhm.second.js";

const exact = equal(1e4);
const diesOut = close(1e-9, "what a kick leaves is followed until it has all but died out");
const kicks = "what (72) does after each kick, squared and added up";

const correlation =
  "The proof drops E[wₜηₜ₋₁ᵀ] = −αC, which (77), (78) and (80) need: with β = λ(1−ν), M gains −2αβC, X gains −µαβC, G gains µαβ(I−αK)C. In (75) α²C is meant for λ²α²C, since α has its λ.";

export const claims: readonly Claim[] = [
  forCases({
    cases: mixtureRuns,
    search: {family: mixtureFamily, criterion: drawn, cases: 6},
    id: "LZU-Thm11",
    statement:
      "$\\mu(1+\\mu)(X+X^\\top) + \\lambda[1-\\mu(1+\\mu-\\mu\\nu)](XK+KX^\\top) + a\\Sigma + b(K\\Sigma+\\Sigma K) + cK\\Sigma K = [d\\lambda^2 - 2\\mu(1+\\mu)\\alpha\\beta]\\,C$, $X = (1-\\mu^2)Q + \\mu\\alpha QK + \\lambda[-1+\\mu(1+\\mu-\\mu\\nu)]KQ - \\mu\\alpha\\beta KQK - \\mu\\alpha\\beta(I-A)Z$, $Q - AQA = \\Sigma$, $Z - AZA = C$, $\\beta = \\lambda(1-\\nu)$",
    assumptions: ["(72), stable: $\\lambda k^* < 2(1+\\mu)/(1+\\mu-2\\mu\\nu)$"],
    note: `${correlation} Reading uncertain in (86), where K²Σ and KΣK stand for QK and KQ: three readings are tried, (73) as extracted, with X as (84)–(85) derive it, and with the weight of XK + KXᵀ that follows; none holds. That weight is a slip apart: at ν = 1, where β = 0 and nothing is dropped, the printed one is 1 − 2µ − µ² and heavy ball has 1 − µ.`,
    predicted: [predicted.corrected, predicted.library],
    printed: {
      weight: "formula",
      formula:
        "$\\mu(1+\\mu)(X+X^\\top) + \\lambda[1-\\mu\\nu(2+\\mu)](XK+KX^\\top) + a\\Sigma + b(K\\Sigma+\\Sigma K) + cK\\Sigma K = d\\lambda^2C$, $X = \\mu\\alpha K^2\\Sigma + \\lambda[-1+\\mu(1+\\mu-\\mu\\nu)]K\\Sigma K - \\lambda\\mu(1-\\nu)\\alpha K(KQ+QK)K + (1-\\mu^2)Q$",
      predicted: predicted.printedSystem,
      readings: [predicted.derivedSystem, predicted.reweightedSystem]
    },
    routes: [
      augmented(
        "the state (w, m) stepped as in (72): the sum of what each past step leaves behind",
        measured.steadyState
      ),
      direct(kicks, second.responded, diesOut)
    ],
    criterion: exact,
    mutant: {
      description: "the correlation αC with the other sign",
      predicted: predicted.correctedOtherSign
    }
  }),
  forCases({
    cases: [...mixtureRuns, unmixedRun],
    search: {family: mixtureFamily, criterion: drawn, cases: 6},
    id: "LZU-Cor7",
    statement:
      "$L_{\\text{train}} = \\frac12\\operatorname{Tr}\\frac{\\lambda(1-\\mu^2)I + \\beta'(2\\alpha-\\lambda(1-\\mu))K}{[(1-\\mu)I+\\beta'K]\\,[2(1+\\mu)I-(\\alpha+\\beta')K]}\\,C$, $\\beta' = \\lambda\\mu(1-\\nu)$",
    assumptions: ["as Theorem 11"],
    note: `${correlation} Two readings of (90) are tried, f and g as printed and in each other's place. At ν = 1, where β = 0 and nothing is dropped, both fail as well: (90) has errors of its own.`,
    predicted: predicted.error,
    printed: {
      weight: "formula",
      formula:
        "$L_{\\text{train}} = \\frac{\\lambda^2}2\\operatorname{Tr}[h(K)^{-1}KC]$ with $h$ of (90)–(92)",
      predicted: predicted.errorAsPrinted,
      readings: [predicted.errorSwapped, predicted.errorPrintedAtOne, predicted.errorSwappedAtOne]
    },
    routes: [
      augmented(
        "½ Tr KΣ of the state (w, m) stepped as in (72): the sum of what each past step leaves behind",
        measured.error
      ),
      direct(`½ Tr KΣ from ${kicks}`, second.respondedError, diesOut)
    ],
    criterion: exact,
    mutant: {description: "α for 2α", predicted: predicted.errorOther}
  }),
  forCases({
    cases: endRuns,
    search: {family: endFamily, criterion: drawn, cases: 4},
    id: "LZU-Rem-QHM",
    part: "limits",
    statement:
      "Theorem 11 as corrected is (6) at $\\nu = 0$, and (7) at $\\nu = 1$ with $\\lambda \\to \\lambda/(1-\\mu)$",
    assumptions: ["µ > 0 where (73) as printed is refused"],
    note: "(73) as printed has neither limit: each is refused by itself. At $\\nu = 0$ the rate stays what it is; only at $\\nu = 1$ is there a factor to undo.",
    predicted: predicted.limits,
    printed: {
      formula: "(73) is (6) at $\\nu = 0$ and (7) at $\\nu = 1$",
      weight: "formula",
      consequenceOf: "LZU-Thm11",
      predicted: predicted.limitsPrinted,
      readings: [predicted.limitsPrintedAtZero, predicted.limitsPrintedAtOne]
    },
    routes: [
      augmented("the steady states of (5), without momentum and with it", measured.ends),
      direct("what (72) at its ends does after each kick, added up", second.respondedEnds, diesOut)
    ],
    criterion: exact,
    mutant: {description: "the same rate at ν = 1", predicted: predicted.limitsOldRate}
  }),
  forCases({
    cases: unlike,
    fixed: "a counterexample",
    id: "LZU-Rem-QHM",
    part: "general",
    statement:
      "“this result is the most general one in this work”: what Theorem 3 gives for a matrix Λ is a case of it",
    assumptions: ["K = C = I, Λ diagonal and no multiple of I"],
    note: "It is not. (72) has one rate for all directions, so that with $K = C = I$ its Σ is a multiple of $I$ at every λ, µ and ν; Theorem 3 has $\\lambda_i/(2-\\lambda_i)$ along axis $i$. Neither contains the other; what they share is (7).",
    predicted: predicted.twoRates,
    routes: [
      minimisation("the nearest Σ/Tr Σ of (72) over a grid of λ, µ and ν", measured.nearest),
      direct("Σ/Tr Σ from what (72) does after each kick, at one λ, µ and ν", second.alike)
    ],
    criterion: close(1e-3, "an equality of shapes would be one of every digit"),
    mutant: {description: "Λ⁻¹ for Λ", predicted: predicted.twoRatesInverse}
  })
];
