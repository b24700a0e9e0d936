import {labelledFamily, nullFamily, rowFamily} from "../cases/families/walks.js";
import * as cases from "../cases/noise.js";
import {normalRows, nullRuns, rowRuns} from "../cases/walks.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./noise.measured.js";
import * as predicted from "./noise.predicted.js";
import * as second from "./noise.second.js";

const inNullSpace = close(1e-7, "the null space of what is drawn is one up to rounding");

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.wellSpecified,
    search: {family: labelledFamily, criterion: drawn, cases: 8},
    id: "LZU-4.3-Cw",
    statement: "$C(w^*) = \\frac1SK$ at the minimum of $\\frac12(w^\\top x - y)^2$",
    assumptions: ["batches of S fresh samples, or drawn with replacement"],
    note: "With one input $x = 1$ and labels $\\pm2$: $K = 1$, but one gradient has variance 4.",
    predicted: predicted.hessianShaped,
    condition: {
      text: "Squares of single gradients at the minimum have the Hessian for their mean: so they do where the loss is the negative log-likelihood of the model that made the data, which here asks for residuals of variance 1 at every input.",
      cases: cases.otherwise,
      routes: [
        enumeration("the same batches with other labels", measured.batchNoise),
        identity("single gradients with other labels", second.singleGradients)
      ]
    },
    routes: [
      enumeration("every batch of three from a law on six points", measured.batchNoise),
      identity("the mean square of single gradients, over S", second.singleGradients)
    ],
    criterion: equal(100),
    mutant: {description: "K for K/S", predicted: predicted.hessianItself}
  }),
  forCases({
    cases: [...normalRows, ...rowRuns],
    search: {family: rowFamily, criterion: drawn, cases: 5},
    id: "LZU-4.7",
    part: "average",
    statement:
      "Theorem 2 stays true for noise that depends on the state, with $C = C(\\Sigma)$, its mean over the stationary law",
    assumptions: [
      "a stationary covariance exists",
      "batches drawn anew at each step, a linear regression"
    ],
    predicted: predicted.stateDependent,
    routes: [
      quadrature(
        "the second moments of (w, m) under the recursion itself, averaged over all batches; normal inputs by a rule that is exact for them",
        measured.averagedOverBatches
      )
    ],
    criterion: equal(1e4),
    mutant: {
      description: "C of the minimum",
      predicted: predicted.stateIndependent
    }
  }),
  forCases({
    cases: cases.closedRates,
    tame: "one dimension is enough to refute it; LZU-4.7/average has more",
    id: "LZU-4.7",
    part: "closed",
    statement:
      "“the noise covariance is a function of the parameters covariance, namely $C = C(\\Sigma)$”",
    assumptions: ["$k = 1$"],
    note: "$\\lambda k = 1$ and $C(w) = 1+\\frac12|w|$. With $\\eta = \\pm\\sqrt C$, $|w|$ settles at $x = \\sqrt{1+\\frac x2} = 1.28$ and $\\Sigma = 1.64$. With $\\eta = 0$ or $\\pm\\sqrt{2C}$, of chances $\\frac12$, $\\frac14$, $\\frac14$ and the same $C(w)$ everywhere, $\\Sigma = 1.42$.",
    predicted: predicted.quadraticClosure,
    condition: {
      text: "$C(w)$ is quadratic in $w$, as for a linear regression. Otherwise $\\mathbb E\\,C(w)$ may ask for more than the second moment, and Σ for more than $C(w)$.",
      cases: cases.kinkedRates,
      predicted: predicted.kinkedClosure,
      routes: [
        enumeration(
          "both noises: |w| after many tosses, and after a zero and j other kicks, by their chances",
          measured.kinked
        ),
        direct("the law of |w| moved step by step", second.kinked)
      ]
    },
    routes: [
      enumeration(
        "C(w) = 1 + w²/4, every sequence of nine kicks of either law",
        measured.quadratic
      ),
      direct("the law of w moved step by step", second.quadratic)
    ],
    criterion: equal(1e4),
    mutant: {description: "C = 1 + w²/2", predicted: predicted.quadraticClosureOther}
  }),
  forCases({
    cases: [{name: "density's exponent"}],
    id: "LZU-Fig8",
    part: "tail",
    fixed: "one printed law",
    statement:
      "the density of Student's t with $\\nu = 4$ falls like $|x|^{-5}$: “a tail exponent 5”",
    assumptions: [],
    predicted: predicted.tail,
    routes: [
      quadrature(
        "the chance beyond 2 000 over that beyond 1 000, one power more than the density",
        measured.tail
      )
    ],
    criterion: close(1e-4, "the power is reached at infinity only"),
    mutant: {description: "exponent ν", predicted: predicted.tailOther}
  }),
  forCases({
    cases: cases.shapedRates,
    id: "LZU-Fig8",
    part: "t",
    fixed: "one printed law, in one dimension; LZU-Rem-Thm1b draws others",
    statement:
      "$\\Sigma = \\frac{\\lambda}{2-\\lambda}\\operatorname{Var}\\eta$ with $\\operatorname{Var}\\eta = 2$ for Student's t, $\\nu = 4$",
    assumptions: ["$k = 1$"],
    note: "Fourth moments are infinite: an average of $w^2$ over runs has no standard error, and the page uses another measure.",
    predicted: predicted.heavyTailed,
    routes: [
      quadrature(
        "the variance of the noise by quadrature, and the recursion of the variance",
        measured.heavyTailed
      )
    ],
    criterion: close(
      1e-6,
      "the integrand ends in a square root's slope, which a midpoint rule meets slowly"
    ),
    mutant: {description: "noise of variance 1", predicted: predicted.heavyTailedAsNormal}
  }),
  forCases({
    cases: cases.shapedRates,
    id: "LZU-Fig8",
    part: "chi-square",
    fixed: "one printed law, in one dimension; LZU-Rem-Thm1b draws others",
    statement:
      "$\\Sigma = \\frac{\\lambda}{2-\\lambda}\\operatorname{Var}\\eta$ with $\\operatorname{Var}\\eta = 6$ for centred $\\chi^2$ noise of three degrees of freedom",
    assumptions: ["$k = 1$"],
    predicted: predicted.skewed,
    routes: [simulation("512 runs of 800 steps at each of three rates", measured.skewed)],
    criterion: sampled(),
    mutant: {description: "continuous time, λ/2", predicted: predicted.skewedContinuous}
  }),
  forCases({
    cases: nullRuns,
    search: {family: nullFamily, criterion: inNullSpace},
    id: "LZU-AppB",
    statement:
      "where $K$ has a null space, white noise diffuses there with variance $t\\lambda^2\\sigma^2$, and $C = aK$ not at all",
    assumptions: ["a start at the minimum"],
    note: "That mini-batch noise therefore generalises better is an inference of the text, not checked here.",
    predicted: predicted.diffusing,
    routes: [
      direct(
        "the covariance after t steps, its trace on the null space over the dimension of that",
        measured.diffused
      )
    ],
    criterion: equal(1000),
    mutant: {description: "a variance that stops growing", predicted: predicted.bounded}
  })
];
