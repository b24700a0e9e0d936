import {inflations, reuses} from "../cases/fisher.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, simulation} from "../ledger/route.js";
import * as measured from "./exchangeability.measured.js";
import * as predicted from "./exchangeability.predicted.js";
import * as second from "./exchangeability.second.js";

const setting = "H = diag(1, 0.3), η = 0.5, b = 4, samples of unit covariance";

export const claims: readonly Claim[] = [
  forCases({
    cases: inflations,
    id: "FG-AppB.2",
    fixed: "one kind of reuse refutes it",
    statement:
      "if $\\operatorname{Cov}\\xi_t = \\frac1b(1+\\varepsilon)G$ then $\\Sigma = (1+\\varepsilon)\\Sigma(0)$, as at the temperature $\\tau_{\\mathrm{eff}} = (1+\\varepsilon)\\eta/b$, where noises of different steps are uncorrelated",
    assumptions: [setting, "ε = (b − 1)ρ for correlation ρ within a batch"],
    note: "“Partial reuse of samples” is among the paper's own examples. If each sample serves in two successive batches, Cov ξ is G/b, ε = 0, and the variance in the flat direction nearly doubles.",
    predicted: predicted.inflated,
    routes: [
      direct(
        "the weight of every sample of every batch in the last iterate, squares added up",
        measured.summedOverSamples
      ),
      augmented(
        "the variance step by step, a batch's covariance counted pair by pair",
        second.steppedVariances
      )
    ],
    condition: {
      text: "the noises of different steps are uncorrelated",
      cases: reuses,
      routes: [
        direct("each sample in two successive batches, its weights added", measured.summedReused),
        augmented("the covariance of iterate and batch together, step by step", second.steppedReuse)
      ]
    },
    criterion: equal(1024),
    mutant: {description: "ε = bρ for (b − 1)ρ", predicted: predicted.inflatedByAll}
  }),
  forCases({
    cases: inflations,
    id: "FG-Fig10",
    fixed: "one printed figure",
    statement:
      "both stationary variances rise as $1+\\varepsilon$, $\\varepsilon = (b-1)\\rho$, where any two samples of a batch have the correlation $\\rho$",
    assumptions: [setting, "the shared part is drawn anew for each batch"],
    note: "The paper draws its noise from (1+ε)G/b, which makes the figure an identity; here samples are drawn.",
    predicted: predicted.inflated,
    routes: [
      simulation(
        "500 runs of 900 steps after the burn-in, every sample of every batch drawn",
        measured.simulated
      )
    ],
    criterion: sampled(),
    mutant: {description: "ε = bρ for (b − 1)ρ", predicted: predicted.inflatedByAll}
  })
];
