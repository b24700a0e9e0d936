import {decayingRuns, figureNumbers, newtonStarts, tableFive} from "../cases/fisher.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, equal, sampled} from "../ledger/criterion.js";
import {direct, simulation} from "../ledger/route.js";
import * as measured from "./decayingSteps.measured.js";
import * as predicted from "./decayingSteps.predicted.js";

const setting = "the paper's own matrices, steps 1.2/(t + 50), b = 64, θ₀ at the minimum";

export const claims: readonly Claim[] = [
  forCases({
    cases: decayingRuns,
    id: "FG-Exp5",
    fixed: "one printed experiment",
    statement:
      "$C_{ij}\\leftarrow(1-\\eta_th_i)(1-\\eta_th_j)C_{ij}+\\eta_t^2G_{ij}/b$ gives $N\\cdot\\text{Risk}=N\\operatorname{Tr}(HC(T))$ at every $T$",
    assumptions: [setting],
    predicted: predicted.expectations,
    routes: [simulation("20 000 runs through three horizons", measured.simulated)],
    criterion: sampled(),
    mutant: {description: "the limit b Tr(FV) at every T", predicted: predicted.settled}
  }),
  forCases({
    cases: tableFive,
    id: "FG-Tab5",
    part: "printed",
    fixed: "a table of one experiment",
    statement: "the ten printed $N\\cdot\\text{Risk}$ agree with their exact expectations",
    assumptions: [setting, "800 independent Gaussian replicates"],
    predicted: predicted.expectations,
    routes: [
      simulation(
        "the paper's own: printed values, with the exact standard error at 800 replicates",
        measured.printed
      )
    ],
    criterion: sampled("the paper fixes 800 replicates"),
    mutant: {description: "the limit without the shift −½I", predicted: predicted.unshifted}
  }),
  forCases({
    cases: figureNumbers,
    id: "FG-Fig4",
    part: "numbers",
    fixed: "numbers of one figure",
    statement:
      "slopes $\\approx-0.98$, $\\operatorname{Tr}(GH^{-1})\\approx5.41$, $b\\operatorname{Tr}(FV)\\approx14.2$ and $14.0$",
    assumptions: [setting, "the slope of the expectations over the five printed N"],
    predicted: predicted.figure,
    routes: [
      direct(
        "least squares through the exact risks; the limit at T = 40 000; all rounded as printed",
        measured.figure
      )
    ],
    criterion: equal(1),
    mutant: {description: "slope −1, the limit's", predicted: predicted.figureAtLimit}
  }),
  forCases({
    cases: newtonStarts,
    id: "FG-Tab5-LB",
    fixed: "the paper's own matrices refute it",
    statement:
      "the least worst $N\\cdot\\text{Risk}$ over all $\\theta^\\star$ is $\\operatorname{Tr}(FH^{-1}GH^{-1})$, attained at every $N$",
    assumptions: [
      "Gaussian noise of known covariance G in the answers Hθ − Hθ⋆ + ζ",
      "F = H, the paper's own"
    ],
    note: "Proposition 6.10 would need HG⁻¹H ⪯ F, which fails here; c is called universal, and Table 5 takes it as 1.",
    predicted: predicted.sharpBound,
    printed: {
      weight: "conclusion",
      formula: "$N\\cdot\\text{Risk}\\ge c\\,d = 10$",
      predicted: predicted.dimensionBound,
      criterion: atLeast(0)
    },
    routes: [
      direct(
        "E θθᵀ under the steps H⁻¹/(t + 1), from the minimum and away from it",
        measured.newtonRecursion
      ),
      simulation("20 000 such runs from each start", measured.newtonRuns, sampled()),
      direct(
        "Bayes risks under normal priors of growing width, which no worst risk is below",
        measured.leastWorst,
        close(1e-6, "the prior's width is extrapolated")
      )
    ],
    criterion: close(1e-11, "600 steps round to some 10⁻¹³"),
    mutant: {
      description: "what the average of iterates attains",
      predicted: predicted.averagedBound
    }
  })
];
