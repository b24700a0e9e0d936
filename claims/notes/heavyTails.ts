import {stableNoises, transforms} from "../cases/assumption.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal, sampled} from "../ledger/criterion.js";
import {direct, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./heavyTails.measured.js";
import * as predicted from "./heavyTails.predicted.js";
import * as second from "./heavyTails.second.js";

export const claims: readonly Claim[] = [
  {
    id: "NT-2.3-A1",
    statement:
      "Independent gradients of one law with finite variance satisfy Lindeberg's condition: $\\sup|F_B-\\Phi| \\approx |\\gamma|/(6\\sqrt{2\\pi B})$. Where it fails although every variance is finite, as for a gradient that one sample in $B$ has, the distance stays.",
    assumptions: ["γ is the skewness of one gradient, its law not on a lattice"],
    note: "Lindeberg's condition is necessary only where no single term dominates (Feller): normal terms whose variances grow geometrically have a normal sum without it.",
    predicted: predicted.normality,
    routes: [
      quadrature(
        "exact distances of sums of 8 to 1024 samples, extrapolated to B = ∞",
        measured.distances
      )
    ],
    criterion: close(1e-5, "distances at finite B are extrapolated"),
    mutant: {
      description: "finite variances are enough for every triangular array",
      predicted: predicted.normalityAlways
    }
  },
  forCases({
    cases: stableNoises,
    id: "NT-2.3-A2",
    part: "stable",
    statement:
      "Under symmetric $\\alpha$-stable noise of scale $c$ the stationary law is $\\alpha$-stable with scale $\\eta c/(1-|1-\\eta h|^\\alpha)^{1/\\alpha}$",
    assumptions: ["L = ½hθ²", "independent noise", "0 < ηh < 2"],
    note: "No central limit theorem with √N holds then: N kicks add up to N^{1/α}. (Infinite variance alone does not exclude a normal limit: tails ∝ x⁻² have one, with √(N log N).)",
    predicted: predicted.stableLaw,
    routes: [
      direct("the characteristic function carried through 400 steps", measured.characteristic),
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
    id: "NT-2.3-A2",
    part: "data-set",
    statement:
      "Given $n$ samples the variance is finite, whatever their law; with tails $P(|g|>r)\\sim r^{-\\alpha}$, $\\alpha<2$, it grows as $\\Sigma_{\\text{emp}} = n^{2/\\alpha-1}X$ with a random $X$, $\\operatorname{\\mathbb E}e^{-sX} = e^{-\\Gamma(1-\\alpha/2)\\,s^{\\alpha/2}}$",
    assumptions: ["independent symmetric samples", "α = 1 in the check, tails 1/r"],
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
  {
    id: "NT-2.4-R1",
    statement:
      "Noise of finite variance leaves the variance $\\eta\\Sigma/(h(2-\\eta h))$ whatever its law, with skewness $\\gamma(1-a^2)^{3/2}/(1-a^3)$ and excess kurtosis $\\kappa(1-a^2)^2/(1-a^4)$, $a = 1-\\eta h$. Infinite variance makes the width $\\propto\\eta^{1-1/\\alpha}$.",
    assumptions: ["L = ½hθ²", "independent noise"],
    note: "The notes rank this assumption first. It has that rank only where the variance is infinite; without that the iterates average their noise once more, and the shape of its law is lost.",
    predicted: predicted.shape,
    routes: [
      direct(
        "moments carried from step to step, and widths at falling rates extrapolated to zero",
        measured.moments
      )
    ],
    criterion: close(1e-8, "the exponent is a limit"),
    mutant: {description: "width ∝ √η whatever the tails", predicted: predicted.shapeGaussian}
  }
];
