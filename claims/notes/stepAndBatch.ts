import * as cases from "../cases/assumption.js";
import {gentlePairFamily} from "../cases/families/diffusions.js";
import {
  fallingFamily,
  largeBatchFamily,
  plainStepFamily,
  skewedFamily
} from "../cases/families/scalars.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./stepAndBatch.measured.js";
import * as predicted from "./stepAndBatch.predicted.js";
import * as second from "./stepAndBatch.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.falling,
    search: {
      family: fallingFamily,
      criterion: close(1e-5, "what the start leaves is extrapolated away")
    },
    tame: "the law of the moment is stated for one eigendirection; with matrices the limit of small rates is NT-2.3-A4/directions",
    id: "NT-2.3-A3",
    statement:
      "A rate $\\eta_k = \\eta/(1+k/K)$ leaves $\\operatorname{Var}\\theta_k \\to \\frac{2a}{2a-1}\\,\\frac{\\eta_k\\Sigma}{2h}$ with $a = \\eta hK$: the theory with the rate of the moment is right where $a\\gg\\frac12$",
    assumptions: ["L = ½hθ²", "white noise", "a > ½"],
    note: "A constant rate is indeed not necessary. With the time s = Σηₖ the equation is dθ = −∇L ds + √(η(s)Σ/B) dW, whose variance at s = 1 is the second number.",
    predicted: predicted.fallingRate,
    routes: [
      direct(
        "the variance carried from update to update, extrapolated to infinitely many",
        measured.slowing
      )
    ],
    criterion: close(1e-7, "the number of updates is extrapolated"),
    mutant: {description: "2a/(a + 1)", predicted: predicted.fallingRateOnce}
  }),
  forCases({
    cases: cases.plain,
    search: {family: plainStepFamily, criterion: drawn},
    tame: "the factor is that of an eigendirection; NT-2.3-A4/directions has matrices that do not commute",
    id: "NT-2.3-A4",
    part: "variance",
    statement: "The recursion's variance is the diffusion's times $1/(1-\\eta h/2)$",
    assumptions: ["L = ½hθ²", "white noise, constant Σ", "0 < ηh < 2"],
    note: "What must be small is ηh, not η, whose size depends on the units of the loss.",
    predicted: [predicted.finiteStep, predicted.finiteStepOfLibrary],
    routes: [
      augmented("the variance of the recursion, summed over all past kicks", measured.steps)
    ],
    criterion: equal(1000),
    mutant: {description: "1 + ηh/2, its first order", predicted: predicted.finiteStepFirst}
  }),
  forCases({
    cases: cases.edgeReadings,
    id: "NT-2.3-A4",
    part: "central-flow",
    statement:
      "At the edge of stability gradient descent follows $\\dot\\theta = -\\nabla L-\\frac12\\nabla\\operatorname{tr}(\\nabla^2L\\,V)$ with the oscillation's covariance $V$ such that the sharpness stays at $2/\\eta$: for $L = (\\frac2\\eta+x+\\frac12y^2)\\,u(v)-\\varepsilon x$ as $\\varepsilon\\to0$, $\\ln y+\\frac12y^2 = \\frac12-\\varepsilon\\eta k$",
    assumptions: ["u = ½v²/(1 + v²)", "a start at the edge, y = 1", "no noise"],
    fixed: "the one loss for which the central flow is known in closed form",
    note: "The notes: central flows “essentially add the average jittered caused by the discrete learning rate”. So it is at the edge; below it there is no oscillation, and what a finite rate adds is ¼η|∇L|² and the jitter of the noise.",
    predicted: predicted.centralFlow,
    routes: [
      direct(
        "gradient descent at η = ½ for falling slopes ε, extrapolated to zero",
        measured.atTheEdge
      )
    ],
    criterion: close(1e-4, "the oscillation rings on while the slope is extrapolated"),
    mutant: {
      description: "an oscillation that balances the slope along x alone",
      predicted: predicted.unprojectedFlow
    }
  }),
  forCases({
    cases: cases.skewedBatches,
    search: {family: skewedFamily, criterion: close(1e-8, "third moments cancel")},
    id: "NT-2.3-A5",
    statement:
      "Drawn without replacement the batch noise has variance $\\frac{n-B}{n-1}\\frac\\Sigma B$ and third cumulant $\\frac{(n-B)(n-2B)}{(n-1)(n-2)}\\frac{\\mu_3}{B^2}$",
    assumptions: ["indices of one batch distinct, batches independent"],
    note: "B ≪ n makes the variance Σ/B. For the central limit theorem B and n − B must be large; B/n need not be small, and at B = n/2 the skewness is gone.",
    predicted: predicted.withoutReplacement,
    routes: [enumeration("every subset of twelve gradients", measured.everySubset)],
    criterion: close(1e-10, "third moments of 924 subsets cancel"),
    mutant: {
      description: "(n − B)² in the third cumulant",
      predicted: predicted.withoutReplacementSquare
    }
  }),
  forCases({
    cases: cases.dependent,
    id: "NT-2.3-A7",
    statement:
      "(18) does not need independent samples. Given the data, a batch of drawn indices has covariance $\\Sigma/B$ whatever the joint law of the samples; batches of successive samples have $\\frac\\Sigma B\\bigl[1+2\\sum_{k<B}(1-\\frac kB)\\rho_k\\bigr]$, for which, not for a normal law, it is enough that these are uncorrelated",
    assumptions: ["indices drawn as in Algorithm 1, or batches read in the order of the samples"],
    note: "“Necessary” by the letter, as for Lindeberg's condition and the variance. Given the data, drawn indices are independent draws of one law, and (18) follows from that. For a stream that is correlated with a finite sum the theorem holds with another variance, as the notes say themselves of auto-correlated noise.",
    tame: "three kinds of dependence stand for all",
    predicted: predicted.onlyCorrelation,
    printed: {
      weight: "conclusion",
      formula: "“Samples are i.i.d.: necessary for CLT to apply”",
      predicted: predicted.everyDependence
    },
    routes: [
      enumeration(
        "every ordered batch of values that rise steadily, the running sum of a correlated series, every sequence of products of neighbours",
        measured.dependent
      ),
      simulation("80 000 batches of each", second.dependent, sampled())
    ],
    criterion: equal(1000),
    mutant: {
      description: "(1 + φ)/(1 − φ), the limit of long batches",
      predicted: predicted.longBatches
    }
  }),
  forCases({
    cases: pairs,
    search: {
      family: gentlePairFamily,
      criterion: close(1e-6, "a derivative by extrapolation")
    },
    id: "NT-2.3-A4",
    part: "directions",
    statement: "$S = \\eta S_0+\\eta^2X+O(\\eta^3)$ with $HS_0+S_0H = C$ and $HX+XH = HS_0H$",
    assumptions: ["L = ½θᵀHθ", "white noise of constant covariance C"],
    note: "In an eigendirection X/S₀ = h/2: the stiff directions pay.",
    predicted: predicted.firstCorrection,
    routes: [
      augmented("slopes of S/η between falling rates, extrapolated to zero", measured.correction)
    ],
    criterion: close(1e-7, "a derivative by extrapolation"),
    mutant: {description: "half of it", predicted: predicted.firstCorrectionHalf}
  }),
  {
    id: "NT-2.4-R3",
    statement: "A small learning rate is “unrealistic but see central flows paper”",
    assumptions: [],
    reason:
      "A judgement of practice, and a reference. What a finite rate changes, and what central flows make of it, is checked under the small rate."
  },
  forCases({
    cases: cases.largeBatches,
    search: {family: largeBatchFamily, criterion: drawn},
    tame: "gradients of two values, for which the law of a batch is known",
    id: "NT-2.4-R5",
    statement:
      "Drawn without replacement the variance is $\\frac{n-B}{n-1}$ of $\\Sigma/B$ and the skewness $\\frac{n-2B}{n-2}\\sqrt{\\frac{n-1}{n-B}}$ of $\\gamma/\\sqrt B$",
    assumptions: ["gradients 0 and 1, one in eight of them 1, in the check"],
    note: "“Seems realistic”: it is, where the batches of different updates are independent; epochs are another matter, see auto-correlation.",
    predicted: predicted.realistic,
    routes: [
      quadrature(
        "moments of the hypergeometric law, summed over its probabilities",
        measured.hypergeometric
      )
    ],
    criterion: close(1e-8, "third moments cancel"),
    mutant: {description: "the root upside down", predicted: predicted.realisticPlain}
  })
];
