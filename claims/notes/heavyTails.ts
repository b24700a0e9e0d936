import {lightTails, rowSums, stableNoises, tailed, transforms} from "../cases/assumption.js";
import {stableFamily} from "../cases/families/memories.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal, sampled} from "../ledger/criterion.js";
import {direct, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./heavyTails.measured.js";
import * as predicted from "./heavyTails.predicted.js";
import * as second from "./heavyTails.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: rowSums,
    id: "NT-2.3-A1",
    statement:
      "The terms of (18) are draws of one law, of which none dominates; there Lindeberg's condition is necessary and sufficient. With it $\\sup|F_B-\\Phi| \\approx |\\gamma|/(6\\sqrt{2\\pi B})$. Where rows violate it although every variance is finite, as for a gradient that one sample in $B$ has, the distance stays.",
    assumptions: [
      "independent draws of one law, as from one data set with replacement",
      "γ is the skewness of one gradient, its law not on a lattice"
    ],
    note: "“Necessary” is judged by the letter, with the section's other assumptions. Normal terms of variances 4ᵏ have a normal sum and violate the condition, but are not draws of one law: that none dominates is Feller's condition, without which Lindeberg's is not necessary.",
    tame: "exponential gradients and sums of two stand for those with a skewness",
    predicted: predicted.normality,
    routes: [
      quadrature(
        "exact distances of sums of 8 samples and more, extrapolated to B = ∞, and Lindeberg's sums",
        measured.distances
      )
    ],
    criterion: close(1e-5, "distances at finite B are extrapolated"),
    mutant: {
      description: "finite variances are enough for every triangular array",
      predicted: predicted.normalityAlways
    }
  }),
  forCases({
    cases: lightTails,
    id: "NT-2.3-A2",
    part: "necessary",
    statement:
      "The central limit theorem of (18) to (20), with $\\sqrt N$, needs a finite variance: for tails $P(|g|>r) = r^{-2}$, at which the variance just diverges, $-\\log\\operatorname{\\mathbb E}e^{itS_N/\\sqrt N} = t^2(\\frac12\\log N+\\frac32-\\gamma-\\log t)$ grows without bound",
    assumptions: ["independent symmetric draws of one law", "γ is Euler's constant"],
    note: "“Necessary” by the letter, with the document's norming. With $\\sqrt{N\\log N}$ these sums are normal in the end: infinite variance excludes (18), and not every normal limit.",
    tame: "the law at the border decides",
    predicted: predicted.logarithmic,
    routes: [
      quadrature(
        "the characteristic function of one draw, for 10¹² to 10⁴⁸ of them",
        measured.normings
      )
    ],
    criterion: close(1e-8, "the integral is cut off at 200π"),
    mutant: {description: "log N for its half", predicted: predicted.logarithmicTwice}
  }),
  forCases({
    cases: stableNoises,
    search: {family: stableFamily, criterion: close(1e-8, "a sum that is cut off")},
    id: "NT-2.3-A2",
    part: "stable",
    statement:
      "Under symmetric $\\alpha$-stable noise of scale $c$ the stationary law is $\\alpha$-stable with scale $\\eta c/(1-|1-\\eta h|^\\alpha)^{1/\\alpha}$",
    assumptions: ["L = ½hθ²", "independent noise", "0 < ηh < 2"],
    note: "“An alternative would be to consider heavy tailed noise”: this is it.",
    tame: "one eigendirection; stable noise in more has no covariance to turn",
    predicted: [predicted.stableLaw, predicted.libraryStableLaw],
    routes: [
      direct("the characteristic function carried from step to step", measured.characteristic),
      simulation(
        "4000 states after 40 steps of drawn stable noise",
        second.drawn,
        sampled("stable draws are slow; the first route is exact")
      )
    ],
    criterion: equal(1000),
    mutant: {
      description: "the scale that a Gaussian recursion has",
      predicted: predicted.stableLawSquared
    }
  }),
  forCases({
    cases: transforms,
    tame: "of these exponents finite data sets can be extrapolated in 1/n",
    id: "NT-2.3-A2",
    part: "data-set",
    statement:
      "Given $n$ samples the variance is finite, whatever their law; with tails $P(|g|>r)\\sim r^{-\\alpha}$, $\\alpha<2$, it grows as $\\Sigma_{\\text{emp}} = n^{2/\\alpha-1}X$ with a random $X$, $\\operatorname{\\mathbb E}e^{-sX} = e^{-\\Gamma(1-\\alpha/2)\\,s^{\\alpha/2}}$",
    assumptions: ["independent symmetric samples", "tails r^{−α}, α = 1, ⅔ and ½ in the check"],
    note: "Conditionally on the data, as the notes take it, the assumption cannot fail. X has no mean: it is made by the few largest samples, and differs from one data set to the next.",
    predicted: predicted.fewLargest,
    routes: [
      quadrature(
        "the Laplace transform for 16 to 1024 samples, extrapolated to infinitely many",
        measured.dataSets
      )
    ],
    criterion: close(1e-7, "finite data sets are extrapolated"),
    mutant: {
      description: "the exponent of a gradient for that of its square",
      predicted: predicted.fewLargestPlain
    }
  }),
  forCases({
    cases: tailed,
    id: "NT-2.4-R1",
    part: "variance",
    statement:
      "Noise of finite variance leaves the variance $\\eta\\Sigma/(h(2-\\eta h))$ whatever its law, with skewness $\\gamma(1-a^2)^{3/2}/(1-a^3)$ and excess kurtosis $\\kappa(1-a^2)^2/(1-a^4)$, $a = 1-\\eta h$. Infinite variance makes the width $\\propto\\eta^{1-1/\\alpha}$.",
    assumptions: ["L = ½hθ²", "independent noise"],
    note: "The notes rank this assumption first, “finite variance in particular”: of what a Gaussian has, its variance is what the iterates depend on.",
    tame: "a law on two points stands for those with four moments",
    predicted: predicted.shape,
    routes: [
      direct(
        "moments carried from step to step, and widths at falling rates extrapolated to zero",
        measured.moments
      )
    ],
    criterion: close(1e-8, "the exponent is a limit"),
    mutant: {description: "width ∝ √η whatever the tails", predicted: predicted.shapeGaussian}
  }),
  {
    id: "NT-2.4-R1",
    part: "levy",
    statement: "It is “likely that noise is not gaussian but Levy”",
    assumptions: [],
    reason:
      "An expectation about networks in practice, on which the notes offer no argument and no data. What follows if it is true, and what it can mean for a data set that is finite, is checked under the finite variance."
  }
];
