import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {optimalBayesianLearningRate} from "../../lib/bayes/optimalBayesianLearningRate.js";
import {posteriorDivergence} from "../../lib/bayes/posteriorDivergence.js";
import type {BatchGridSpec} from "../../lib/experiments/stationary/batchGridExperiment.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";
import {score} from "../scores.js";

/** Curvatures of the loss, and how much of the data a batch has. */
interface Problem {
  readonly eigenvalues: readonly number[];
  readonly datasetSize: number;
  readonly batchSize: number;
}

/** The best rate of continuous time, 2(b/n) d/Tr H. */
export const mandtRate = ({eigenvalues, datasetSize, batchSize}: Problem): number =>
  ((2 * batchSize) / datasetSize) *
  (eigenvalues.length / eigenvalues.reduce((sum, h) => sum + h, 0));

const two = (v: number) => fixed(v, 2);

/** The controls of the two scatters. */
export const bayesControls = {
  eta: {label: "Learning rate $η$", min: 0.02, max: 1.98, step: 0.02, value: 0.4, format: two},
  flat: {label: "Smaller curvature", min: 0.05, max: 1, step: 0.05, value: 0.1, format: two},
  share: {
    label: "Batch, in % of the data",
    min: 1,
    max: 90,
    step: 1,
    value: 20,
    format: (v: number) => fixed(v, 0)
  }
};

type Asked = Readonly<Record<keyof typeof bayesControls, number>>;

/** A batch of so many per cent is one of so many samples of a hundred. */
const problemOf = ({flat, share}: Asked): Problem => ({
  eigenvalues: [1, flat],
  datasetSize: 100,
  batchSize: share
});

/** What the controls come to: both rates, the divergence, and variances over those of the posterior. */
export function scattered(asked: Asked) {
  const problem = problemOf(asked);
  const {datasetSize: n, batchSize: b} = problem;
  const best = optimalBayesianLearningRate(problem);
  return {
    best,
    least: posteriorDivergence(problem, best),
    mandt: mandtRate(problem),
    divergence: posteriorDivergence(problem, asked.eta),
    variances: problem.eigenvalues.map(h => (((n - b) / b) * asked.eta * h) / (2 - asked.eta * h))
  };
}

const [highest, reach] = [4, 6];
const rates = [0.01, 1.98] as const;

/** The divergence of a problem against the rate, as far as it can be seen. */
const divergences = (problem: Problem): Mark[] =>
  curve(eta => posteriorDivergence(problem, eta), rates, {points: 198}).map(({x, y = 0}) => ({
    x,
    y: Math.min(y, 1.5 * highest)
  }));

/** The divergence of SGD's law from the posterior against the rate, and the two scatters at the chosen one. */
export function scatters(asked: Asked): Chart {
  const problem = problemOf(asked);
  const {best, mandt, divergence, variances} = scattered(asked);
  const continuous: Series[] =
    mandt < 2
      ? [{is: "continuous", name: "Mandt’s rate", as: "rule", marks: [{x: mandt}], near: 0.05}]
      : [];
  return {
    title: "How far apart the two scatters are, and the scatters themselves",
    caption:
      "First panel: the divergence of SGD’s law from the posterior against the rate, solid, with its minimum and the chosen rate (dot); dashed: Mandt’s rate, where it is stable; dotted: damped Newton, whose minimum is zero. Second: 95 % ellipses of the posterior (dotted) and of SGD at the chosen rate (solid), each coordinate in posterior standard deviations.",
    description:
      "A U-shaped curve of the Kullback–Leibler divergence with its minimum and the continuous-time rate marked, beside two ellipses.",
    shape: 0.85,
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, 2], ticks: 5},
    y: {label: "divergence, in nats", column: "divergence", domain: [0, highest], ticks: 5},
    panels: [
      {
        series: [
          ...continuous,
          {is: "reference", name: "best rate", marks: [{x: best}], near: 0.15},
          {
            is: "surrogate",
            name: "Newton",
            marks: divergences({...problem, eigenvalues: problem.eigenvalues.map(() => 1)}),
            near: 0.6
          },
          {is: "exact", name: "SGD", marks: divergences(problem), near: 0.7},
          {
            is: "exact",
            name: "chosen rate",
            as: "points",
            label: false,
            marks: [{x: asked.eta, y: divergence}]
          }
        ]
      },
      {
        x: {
          label: "$θ_1$, steep, in posterior s.d.",
          short: "$θ_1$, steep",
          column: "first",
          domain: [-reach, reach],
          ticks: 5
        },
        y: {
          label: "$θ_2$, flat, in posterior s.d.",
          short: "$θ_2$, flat",
          column: "second",
          domain: [-reach, reach],
          ticks: 5
        },
        series: [
          {
            is: "surrogate",
            name: "posterior",
            as: "loop",
            marks: ring(diagonal([1, 1])),
            near: 0.15
          },
          {
            is: "exact",
            name: "SGD",
            as: "loop",
            marks: ring(diagonal(variances.map(v => Math.min(400, v)))),
            near: 0.4
          }
        ]
      }
    ]
  };
}

/** Smaller curvatures, the larger one being 1. */
const spreads = [0.02, 0.1, 0.3, 1];

/** The best rate over Mandt's, against the batch's share of the data. */
export function overMandt(): Chart {
  const of = (flat: number, share: number): Problem => ({
    eigenvalues: [1, flat],
    datasetSize: 1000,
    batchSize: 1000 * share
  });
  const shares = Array.from({length: 60}, (_, k) => (k + 1) / 100);
  // The squared coefficient of variation of the curvatures.
  const variation = (flat: number) => (2 * (1 + flat ** 2)) / (1 + flat) ** 2 - 1;
  return {
    title: "The best rate over Mandt’s, against the batch’s share of the data",
    caption:
      "Solid: exact, for curvatures 1 and the labelled one; dotted: Mandt’s rate with the next term alone.",
    description:
      "Ratios falling from one as the batch share grows, faster for more unequal curvatures.",
    x: {label: "batch over data, $b/n$", column: "share", domain: [0, 0.6], ticks: 6},
    y: {label: "best rate over Mandt’s rate", column: "ratio", domain: [0.4, 1.05], ticks: 5},
    panels: [
      {
        series: spreads.flatMap((flat): Series[] => [
          {
            is: "surrogate",
            name: `next term, ${flat}`,
            label: false,
            marks: shares.map(x => ({x, y: 1 - 2 * x * variation(flat)}))
          },
          {
            is: "exact",
            name: String(flat),
            marks: shares.map(x => ({
              x,
              y: optimalBayesianLearningRate(of(flat, x)) / mandtRate(of(flat, x))
            })),
            near: 0.85
          }
        ])
      }
    ]
  };
}

/** A direction of the sweep, with the exact average over its own steps. */
export interface BayesRow
  extends Readonly<
    Record<"learningRate" | "curvature" | "variance" | "standardError" | "expected", number>
  > {}

/** The posterior of the sweep's problem, whose noise is that of such batches. */
export const posteriorOf = ({
  curvatures,
  ...sizes
}: Pick<BatchGridSpec["settings"], "curvatures" | "batchSize" | "datasetSize">): Problem => ({
  eigenvalues: curvatures,
  datasetSize: sizes.datasetSize,
  batchSize: sizes.batchSize
});

/** The best rate of a problem, Mandt's, and what they cost. */
export function rateCosts(problem: Problem) {
  const [best, mandt] = [optimalBayesianLearningRate(problem), mandtRate(problem)];
  const left = posteriorDivergence(problem, best);
  return {best, mandt, left, extra: posteriorDivergence(problem, mandt) - left};
}

/** The divergence that the measured variances of each rate make. */
export const divergenceMarks = (rows: readonly BayesRow[], {datasetSize: n}: Problem) =>
  [...new Set(rows.map(row => row.learningRate))].map(x => {
    const own = rows.filter(row => row.learningRate === x);
    const of = (which: "variance" | "expected") =>
      own
        .map(row => n * row.curvature * row[which])
        .reduce((sum, ratio) => sum + (ratio - Math.log(ratio) - 1) / 2, 0);
    const errors = own.map(({curvature, variance, standardError}) => {
      const unit = n * curvature;
      return ((1 - 1 / (unit * variance)) * unit * standardError) / 2;
    });
    return {
      x,
      y: of("variance"),
      standardError: Math.hypot(...errors),
      expected: of("expected")
    };
  });

/** Divergence from the posterior against the rate. */
export function measuredDivergence(rows: readonly BayesRow[], problem: Problem): Chart {
  const {best, mandt} = rateCosts(problem);
  return {
    title: "Divergence from the posterior, measured",
    caption:
      "Dots: from measured variances, with 95 % bars, smaller than the dots; line: exact; thin vertical line: the root of Theorem 6’s equation; dashed: Mandt’s rate.",
    description: "Measured divergences on a U-shaped curve.",
    x: {
      label: "learning rate $η$",
      column: "learningRate",
      scale: "log",
      domain: [0.06, 2],
      ticks: [0.1, 0.2, 0.5, 1, 2],
      format: "number"
    },
    y: {
      label: "divergence, in nats",
      column: "divergence",
      scale: "log",
      domain: [0.5, 40],
      ticks: [0.5, 1, 2, 5, 10, 20],
      format: "number"
    },
    panels: [
      {
        series: [
          {is: "reference", name: "best rate", marks: [{x: best}], near: 0.2},
          {is: "continuous", name: "Mandt’s rate", as: "rule", marks: [{x: mandt}], near: 0.1},
          {
            is: "exact",
            name: "exact",
            marks: curve(eta => posteriorDivergence(problem, eta), [0.06, 1.94], {points: 189}),
            near: 0.9
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: divergenceMarks(rows, problem)
          }
        ]
      }
    ]
  };
}

export const divergenceColumns: readonly TableColumn<ReturnType<typeof divergenceMarks>[number]>[] =
  [
    {header: "$η$", value: row => fixed(row.x, 1)},
    {header: "exact", value: row => fixed(row.expected, 4)},
    {header: "measured ± s.e.", value: row => withError(row.y, row.standardError, 4)},
    {header: "$z$", value: row => signed(score(row))}
  ];
