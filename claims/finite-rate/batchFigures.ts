import {batchFigures, smallRates} from "../cases/noise.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close} from "../ledger/criterion.js";
import {direct, enumeration, identity} from "../ledger/route.js";
import * as measured from "./batchFigures.measured.js";
import * as predicted from "./batchFigures.predicted.js";
import * as second from "./batchFigures.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: smallRates,
    id: "LZU-Fig3d-f",
    part: "overestimates",
    statement:
      "with $C \\approx K/S$ “the proposed theory slightly overestimates the variance of the parameters”",
    assumptions: ["loss with ½, residuals of variance 1", "λk = 0.5 and 1"],
    note: "The text takes it for a limitation of $C \\sim K$. But that the noise grows away from the minimum can only add: with replacement, or with fresh data, the theory is too small at every rate. Without replacement the exact variance at the printed $N$ and $S$, normal inputs, is below the printed one for $\\lambda k < 1.69$ and above it beyond.",
    predicted: predicted.noMore,
    condition: {
      text: "Batches are drawn without replacement, and λ is not near its edge. How they are drawn is not stated.",
      routes: [
        enumeration(
          "the same with every ordered batch, rows drawn with replacement",
          measured.drawnWith
        ),
        identity("the same with Var/S", second.drawnWith)
      ]
    },
    routes: [
      enumeration(
        "variance over the printed one, every batch of 2 out of 8 rows, second moment by second moment",
        measured.drawnWithout
      ),
      identity("the same from (1 − S/N) Var/S of the batch means", second.drawnWithout)
    ],
    criterion: atMost(0),
    mutant: {description: "a theory 20 % lower", predicted: predicted.noMoreOfLess}
  }),
  forCases({
    cases: batchFigures,
    id: "LZU-Fig4b",
    part: "worse",
    statement:
      "“the agreement becomes worse as the fluctuation in $w$ becomes large”: the exact variance is $\\Sigma_p/(1-2\\Sigma_p)$, with $\\Sigma_p$ that of (8) and $C = K/S$",
    assumptions: [
      "one parameter, $k = 1$, fresh batches of normal inputs, residuals of variance 1"
    ],
    note: "For any λ, µ and $S$: they enter through $\\Sigma_p$ alone. The variance is infinite where $\\Sigma_p$ reaches ½, the variance of a batch's noise over that of its curvature.",
    predicted: predicted.exact,
    routes: [
      direct(
        "the second moments of (w, m) over batches of the regression, step by step",
        measured.secondMoments
      )
    ],
    criterion: close(1e-9, "iterated until it stands still"),
    mutant: {description: "Σ_p/(1 − Σ_p)", predicted: predicted.exactOther}
  })
];
