import {
  effectiveFamily,
  effectives,
  halfStiff,
  otherSchedules,
  printedSchedules,
  reusedData
} from "../cases/effective.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, equal} from "../ledger/criterion.js";
import {augmented, direct, identity, minimisation, quadrature} from "../ledger/route.js";
import * as measured from "./intrinsic.measured.js";
import * as predicted from "./intrinsic.predicted.js";
import * as second from "./intrinsic.second.js";

const setting = "the paper's own matrices, F = H";

export const claims: readonly Claim[] = [
  forCases({
    cases: halfStiff,
    id: "FG-Sec1.3-tight",
    statement:
      "The rate $1/N$ is tight; the dependence on the geometry is not: over $\\eta_0$ the least $N\\cdot\\text{Risk}$ of SGD is $\\min_{\\eta_0}\\sum_i\\frac{(\\eta_0\\lambda_i)^2}{2\\eta_0\\lambda_i-1}$, the lower bound $d$",
    assumptions: [
      "a correctly specified likelihood, G = H = F",
      "half of a hundred directions stiff"
    ],
    note: "Both bounds of a matching pair would have to grow alike with κ_F.",
    predicted: predicted.growth,
    printed: {
      weight: "conclusion",
      formula: "“the rate and its dependence on intrinsic geometry are tight”",
      predicted: predicted.noGrowth
    },
    routes: [
      direct(
        "T times the exact risk, extrapolated from T = 20 000 and 40 000, the least over η₀",
        measured.gapGrowth
      ),
      quadrature("the limit's integral, the least over η₀", second.integralGrowth)
    ],
    criterion: close(1e-3, "1/T is left after extrapolation"),
    mutant: {description: "in proportion to κ", predicted: predicted.tenfold},
    fixed: "one family of spectra refutes it"
  }),
  forCases({
    cases: effectives,
    search: {family: effectiveFamily},
    id: "FG-Rem6.3",
    part: "tighter",
    statement:
      "In $d$ directions the least $\\kappa_Fd_{\\mathrm{eff}}$ at a given $d_{\\mathrm{eff}}$ is $d_{\\mathrm{eff}}\\frac{d-1}{d_{\\mathrm{eff}}-1}\\ge d$: the oracle complexity grows with $d$ at every $d_{\\mathrm{eff}}$, the faster the smaller it is",
    assumptions: ["F ≻ 0"],
    note: "The abstract has “rather than ambient dimension or Euclidean conditioning”. A small d_eff forces a large κ_F, and the product is never below the d that it replaces.",
    predicted: predicted.least,
    printed: {
      weight: "conclusion",
      formula:
        "“It replaces $d$ in both the upper bound … and the oracle complexity …, so that when … ($d_{\\mathrm{eff}}\\ll d$), the guarantees are correspondingly tighter”: no $d$ in the least product (here its value at $d=10$)",
      predicted: predicted.leastOfTen,
      criterion: equal(1000)
    },
    routes: [
      identity("Tr F/λmin where all eigenvalues but the largest are equal", measured.evenSpectrum),
      minimisation("the least among 200 other spectra", measured.drawnSpectra, atLeast(1e-9))
    ],
    criterion: equal(1000),
    mutant: {description: "d for d − 1", predicted: predicted.leastOfAll},
    tame: "a number of the spectrum alone"
  }),
  forCases({
    cases: printedSchedules,
    id: "FG-Sec8.2-constant",
    statement:
      "“the constant $C$ is determined by the intrinsic geometry $(G^\\star,H^\\star,F^\\star)$”: it depends on neither $b$ nor $t_0$",
    assumptions: [setting, "ηₜ = η₀/(t + t₀)"],
    note: "The section's own formula has η₀ in it, and C grows without bound as η₀ → 1/(2λmin) and as η₀ → ∞. So “the oracle budget for a target risk” cannot be computed from (G, H) alone.",
    predicted: predicted.constant,
    condition: {
      text: "η₀ is given with the geometry",
      cases: otherSchedules,
      routes: [
        direct("N·Risk at T = 2¹⁷ with another η₀", measured.scaledRisk),
        quadrature("the limit's integral", second.integralConstant)
      ]
    },
    routes: [
      direct("N·Risk at T = 2¹⁷", measured.scaledRisk),
      quadrature("the limit's integral", second.integralConstant)
    ],
    criterion: close(1e-3, "a limit is approached as T^−1"),
    mutant: {description: "C at η₀ = 1", predicted: predicted.constantElsewhere},
    fixed: "the paper's own experiment decides it"
  }),
  forCases({
    cases: reusedData,
    id: "FG-Tab5",
    part: "reused",
    statement:
      "With batches from one data set of $n$ samples $N\\cdot\\text{Risk}$ is $1-\\frac bn$ times the printed one, and $\\frac Nn\\operatorname{Tr}F(I-A_T)H^{-1}GH^{-1}(I-A_T)$ more, $A_T=\\prod(I-\\eta_tH)$",
    assumptions: [setting, "batches without replacement, as in §3.2", "additive noise"],
    note: "A_T → 0, and N·Risk grows as N: the risk stays where the minimum of the data lies, at Tr(FH⁻¹GH⁻¹)/n. The table's runs have fresh noise at each step.",
    predicted: predicted.reused,
    routes: [
      augmented("moments of θ and of the data set's mean, step by step", measured.jointMoments)
    ],
    criterion: equal(1e5),
    mutant: {description: "what reuse adds over 1 − b/n", predicted: predicted.reusedUncorrected},
    fixed: "a table of one experiment"
  })
];
