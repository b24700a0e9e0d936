import {effectiveFamily, effectives} from "../cases/effective.js";
import {pairFamily} from "../cases/families/pairs.js";
import {matrixFamily} from "../cases/families/sections.js";
import {pairs} from "../cases/pairs.js";
import * as cases from "../cases/summary.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, drawn, equal, sampled} from "../ledger/criterion.js";
import {
  bisection,
  direct,
  enumeration,
  identity,
  minimisation,
  quadrature,
  simulation
} from "../ledger/route.js";
import * as measured from "./abstract.measured.js";
import * as predicted from "./abstract.predicted.js";
import * as second from "./abstract.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.fewSamples,
    id: "SM-1",
    part: "likelihood",
    fixed: "one regression; for all data see Theorem 4.3",
    statement:
      "For a correctly specified likelihood $\\operatorname{Cov}(g_B) = \\frac1bF$ at $\\theta^\\star$",
    assumptions: ["fresh data"],
    note: "The short answers of the page leave out 1/b.",
    predicted: predicted.specified,
    routes: [
      enumeration(
        "every data set of three scores of a logistic regression and every subset of it",
        measured.wellSpecified
      )
    ],
    criterion: equal(200),
    mutant: {description: "the information at p = ½", predicted: predicted.specifiedEvenly}
  }),
  forCases({
    cases: cases.fewSamples,
    id: "SM-1",
    part: "general",
    fixed: "one regression refutes it",
    statement:
      "For other losses it is $\\frac1bG$, $G = \\operatorname{Cov}\\psi$, and neither the sandwich nor its inverse",
    assumptions: ["fresh data"],
    note: "Neither has the unit of a gradient squared: with the loss doubled G becomes four times as large, H⁻¹GH⁻¹ and HG⁻¹H stay as they are. The paper's own abstract has it right.",
    predicted: predicted.general,
    printed: {
      weight: "conclusion",
      formula:
        "the covariance equals “the projected Godambe (sandwich) matrix” for general losses: $\\frac1bH^{-1}GH^{-1}$, or its inverse $\\frac1bHG^{-1}H$",
      predicted: predicted.sandwich,
      readings: [predicted.godambe]
    },
    routes: [
      enumeration(
        "every data set of three from a regression with unequal errors, and every subset of it",
        measured.misspecified
      ),
      simulation(
        "200 000 drawn batches",
        second.drawnBatches,
        sampled("mixed entries are small beside their spread; diagonal ones resolve 4 %")
      )
    ],
    criterion: equal(200),
    mutant: {description: "H/b, as if the model were right", predicted: predicted.curvature}
  }),
  forCases({
    cases: pairs,
    id: "SM-2",
    search: {family: pairFamily, criterion: drawn},
    statement:
      "$H\\Sigma+\\Sigma H = \\tau G$, $\\tau=\\eta/b$, in closed form in the eigenbasis of $H$: $\\Sigma_{ij} = \\frac{\\tau G_{ij}}{h_i+h_j}$",
    assumptions: ["η → 0: at finite η the discrete equation holds"],
    note: "Elsewhere the page speaks of an “exact diffusion limit”. It is exact to first order in η.",
    predicted: predicted.closedForm,
    routes: [quadrature("∫ e^{−Hs} τG e^{−Hs} ds for four pairs", measured.integral)],
    criterion: equal(2000),
    mutant: {
      description: "½τ(H⁻¹G + GH⁻¹)/2, right where they commute",
      predicted: predicted.closedFormCommuting
    }
  }),
  forCases({
    cases: cases.longRuns,
    id: "SM-3",
    part: "rate",
    fixed: "one problem, spent in two ways",
    statement:
      "$N\\cdot\\mathbb E\\|\\theta_T-\\theta^\\star\\|_F^2 \\to b\\operatorname{Tr}(FV)$ with $N = bT$",
    assumptions: ["η = η₀/(t + t₀), 2η₀λmin(H) > 1"],
    note: "Theorem 6.5 has the term that spoils it, C₂‖θ₁ − θ⋆‖²/T^{2µη₀}; the abstract does not.",
    predicted: predicted.rate,
    routes: [
      direct("mean squares, step by step", measured.riskByCalls),
      identity("what is left of each kick, added backwards in time", second.backwards)
    ],
    condition: {
      text: "The budget must grow by steps. In 60 steps the start is not forgotten, and N times the risk grows with b.",
      cases: cases.shortRuns,
      predicted: predicted.rateByBatch
    },
    criterion: close(1e-4, "the limit is approached as 1/T"),
    mutant: {description: "without −½I in V's equation", predicted: predicted.rateUnshifted}
  }),
  forCases({
    cases: cases.atTheBound,
    id: "SM-3",
    part: "oracle",
    fixed: "one quiet oracle refutes it",
    statement:
      "With noise at its bound, $\\mathbb E[\\xi_t\\xi_t^\\top\\mid\\mathcal F_t] = F$, the mean of $N$ calls has $N\\cdot$risk $= d$",
    assumptions: ["a location model, F = I"],
    note: "Proposition 6.10 of the paper asks for a bounded conditional information besides; the summary's abstract, of an earlier version, does not.",
    predicted: predicted.dimension,
    routes: [
      enumeration("steps 1/t over all sequences of coin tosses ±s", measured.everyToss),
      direct("P ← (1 − 1/t)²P + s²/t²", second.variance)
    ],
    condition: {
      text: "A bounded predictable quadratic variation bounds noise from above, and less noise means less risk: tosses of size ½ satisfy the condition with room to spare and have a quarter of the bound. What must be bounded from above is the information.",
      cases: cases.quieter
    },
    criterion: equal(500),
    mutant: {description: "N−1 calls for N", predicted: predicted.dimensionLess}
  }),
  forCases({
    cases: cases.spectra,
    id: "SM-4",
    part: "product",
    search: {family: matrixFamily, criterion: drawn},
    statement: "$\\kappa_F\\,d_{\\mathrm{eff}} = \\operatorname{Tr}F/\\lambda_{\\min}(F)$",
    assumptions: ["F ≻ 0"],
    predicted: predicted.complexity,
    routes: [bisection("λmin by Cholesky factors", measured.traceOverSmallest)],
    criterion: equal(2000),
    mutant: {description: "d for d_eff", predicted: predicted.complexityAmbient}
  }),
  forCases({
    cases: effectives,
    search: {family: effectiveFamily},
    id: "SM-4",
    part: "dimension",
    statement:
      "In $d$ directions the least $\\kappa_Fd_{\\mathrm{eff}}$ at a given $d_{\\mathrm{eff}}$ is $d_{\\mathrm{eff}}\\frac{d-1}{d_{\\mathrm{eff}}-1}\\ge d$: it grows with the ambient dimension",
    assumptions: ["F ≻ 0"],
    note: "Each factor may be read as replacing the ambient dimension or the Euclidean conditioning; their product never falls below d, and for a correct likelihood F = H, so that κ_F is κ_H. The paper's abstract has the same words: Remark 6.3.",
    predicted: predicted.least,
    printed: {
      weight: "conclusion",
      formula:
        "“depend on an intrinsic effective dimension and a Fisher/Godambe condition number rather than ambient dimension or Euclidean conditioning”: no $d$ in the least product (here its value at $d=10$)",
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
    cases: cases.ofEqualTrace,
    id: "SM-5",
    fixed: "the paper's own matrices",
    statement:
      "Noise of equal trace does not reproduce $v_k^\\top\\Sigma v_k$ along the strongest directions of $G$",
    assumptions: ["G not isotropic"],
    predicted: predicted.directions,
    routes: [
      direct("Σ ← AΣA + η²G/b for the paper's own ten-dimensional matrices", measured.settled)
    ],
    criterion: equal(1e5),
    mutant: {
      description: "the isotropic noise gives the same",
      predicted: predicted.directionsMatched
    }
  }),
  forCases({
    cases: cases.squares,
    id: "SM-6",
    fixed: "one convex loss that is not strongly convex",
    statement:
      "At a locally strongly convex minimum the stationary variance is $\\frac{\\tau G}{2h}$, proportional to $\\tau$",
    assumptions: ["the diffusion limit"],
    note: "“Results are asymptotic” does not fit Lemma 4.1, Theorem 4.3 or Proposition 5.9, which are exact for every n, b and stable η.",
    predicted: predicted.stronglyConvex,
    routes: [
      quadrature("the second moment of exp(−2L/(τG)) for L = h|θ|ᵖ/p", measured.gibbs),
      identity("a^{−2/p} Γ(3/p)/Γ(1/p), a = 2h/(pτG)", second.gammas)
    ],
    condition: {
      text: "Convexity, which the page names, is not enough: L = hθ⁴/4 is convex, and its variance grows as √τ. The paper assumes strong convexity at θ⋆ (Assumption 3.9), and only there.",
      cases: cases.fourthPowers,
      predicted: predicted.convex
    },
    criterion: close(1e-9, "trapezoids of step 10⁻³ over eight units"),
    mutant: {description: "τG/h", predicted: predicted.stronglyConvexDoubled}
  }),
  {
    id: "SM-7",
    statement: "Misspecified models, weak dependence, non-convex objectives, adaptive batches",
    assumptions: [],
    reason: "A list of wishes."
  },
  {
    id: "SM-8",
    statement: "The abstract that the page reproduces is not the paper's",
    assumptions: [],
    reason: "A comparison of two texts."
  }
];
