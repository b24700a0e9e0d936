import {Matrix} from "ml-matrix";
import {type Chart, curve} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {
  identifiableProjection,
  projectedCovariance
} from "../../lib/noise/identifiableProjection.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {bernoulliScore} from "../../lib/problems/bernoulliScore.js";
import {unequalErrors} from "../../lib/problems/unequalErrors.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {ring} from "../ring.js";

/** The controls of the line whose errors are unequal. */
export const lineControls = {
  skew: {
    label: "Unequal errors $s$",
    min: -0.9,
    max: 0.9,
    step: 0.1,
    value: 0.6,
    format: (x: number) => x.toFixed(1)
  },
  loss: {
    label: "Loss multiplied by $c$",
    min: 0.5,
    max: 2,
    step: 0.1,
    value: 1,
    format: (x: number) => x.toFixed(1)
  }
};

const dataSets = 1500;

/** Estimates of a line from many data sets, against the sandwich, the inverse Hessian, and G as printed. */
export function estimates({skew, loss}: {readonly skew: number; readonly loss: number}): Chart {
  const model = unequalErrors({skew, lossScale: loss});
  const {hessian: h, noise: g} = model;
  const values = model.estimates({
    dataSets,
    repeats: 5,
    source: normals(
      uniforms({seed: 1, experiment: "geometry: live estimates", cell: "line", replicate: 0})
    )
  });
  return {
    title: "Estimates of a line against three covariances",
    caption: `Points: $√n$ times the estimates from ${whole(dataSets)} data sets, fitted here; ellipses hold 95 % of a Gaussian; open diamonds: $G$, as Remark 3.6 of the Fisher paper claims. At $s = 0$ and $c = 1$ the sandwich is the inverse Hessian. With unequal errors only the sandwich fits the cloud; multiplying the loss by $c$, which changes no estimate, moves every ellipse but the sandwich.`,
    description:
      "A tilted cloud of estimates of intercept and slope, on it the ellipse of the sandwich covariance; the ellipses of the inverse Hessian and of the gradient covariance miss its tilt or its size.",
    square: true,
    x: {label: "$√n$ × intercept", column: "intercept", domain: [-6.6, 6.6]},
    y: {label: "$√n$ × slope", column: "slope", domain: [-3.8, 3.8]},
    panels: [
      {
        series: [
          {
            is: "measured",
            name: "estimates",
            as: "cloud",
            label: false,
            marks: Array.from({length: dataSets}, (_, k) => ({
              x: values[2 * k],
              y: values[2 * k + 1]
            }))
          },
          {
            is: "exact",
            name: "sandwich $H^{−1}GH^{−1}$",
            as: "loop",
            near: 0.15,
            marks: ring(sandwichCovariance(h, g))
          },
          {
            is: "surrogate",
            name: "$H^{−1}$, as the model believes",
            as: "loop",
            near: 0.45,
            marks: ring(sandwichCovariance(h, h))
          },
          {
            is: "printed",
            name: "$G$, Remark 3.6 as printed",
            near: 0.7,
            marks: ring(g, {points: 28})
          }
        ]
      }
    ]
  };
}

export interface SandwichRow {
  readonly skew: number;
  readonly row: number;
  readonly column: number;
  readonly measured: number;
  readonly standardError: number;
}

const entryNames = ["intercept", "intercept with slope", "slope"];

const covarianceAt = (skew: number, i: number, j: number, believed: boolean) => {
  const {hessian, noise} = unequalErrors({skew});
  return sandwichCovariance(hessian, believed ? hessian : noise).get(i, j);
};

/** The sweep's rows as marks, with what is expected of them and what the model believes. */
export const sandwichMarks = (rows: readonly SandwichRow[]) =>
  rows.map(({skew, row, column, measured, standardError}) => ({
    x: skew,
    y: measured,
    standardError,
    expected: covarianceAt(skew, row - 1, column - 1, false),
    believed: covarianceAt(skew, row - 1, column - 1, true),
    entry: entryNames[row + column - 2]
  }));

/** The covariance of intercept and slope at the most unequal errors. */
export const mostUnequal = (marks: ReturnType<typeof sandwichMarks>) =>
  marks
    .filter(({entry}) => entry === entryNames[1])
    .reduce((most, mark) => (mark.x > most.x ? mark : most));

/** n times the covariance of the estimates against how unequal the errors are. */
export function sandwichEntries(rows: readonly SandwichRow[], sampled: number): Chart {
  const marks = sandwichMarks(rows);
  const entries = [
    [0, 0],
    [0, 1],
    [1, 1]
  ] as const;
  return {
    title: "$n$ Cov of the estimates against how unequal the errors are",
    caption: `Dots with 95 % bars: measured over ${whole(sampled)} data sets each; solid: the sandwich; dotted: the inverse Hessian, where the dots would lie if curvature alone set the scatter.`,
    description:
      "The covariance of intercept and slope rises through zero with s, on the sandwich's curve, while the inverse Hessian stays at zero; the variances bend away from their believed values.",
    x: {label: "unequal errors $s$", column: "skew", domain: [-0.95, 0.95]},
    y: {label: "$n$ × covariance", column: "covariance", domain: [-1.1, 1.3]},
    panels: [
      {
        series: entries.flatMap(([i, j]) => {
          const name = entryNames[i + j];
          return [
            {
              is: "surrogate",
              name: `inverse Hessian, ${name}`,
              label: false,
              marks: curve(s => covarianceAt(s, i, j, true), [-0.9, 0.9], {points: 2})
            },
            {
              is: "exact",
              name,
              near: i === j ? 0.9 : 0.3,
              marks: curve(s => covarianceAt(s, i, j, false), [-0.9, 0.9], {points: 61})
            },
            {
              is: "measured",
              name: `measured, ${name}`,
              label: false,
              marks: marks.filter(({entry}) => entry === name)
            }
          ] as const;
        })
      }
    ]
  };
}

export const sandwichCaption = {label: "$n$ Cov of the estimates, measured and predicted"};

export const sandwichColumns: readonly TableColumn<ReturnType<typeof sandwichMarks>[number]>[] = [
  {header: "$s$", value: row => fixed(row.x, 1)},
  {header: "entry", value: row => row.entry, text: true},
  {header: "$H^{−1}$", value: row => fixed(row.believed, 4)},
  {header: "sandwich", value: row => fixed(row.expected, 4)},
  {header: "measured ± s.e.", value: row => withError(row.y, row.standardError, 4)},
  {header: "$z$", value: row => signed((row.y - row.expected) / row.standardError)}
];

const truth = 0.8;

/** Four moments of the score of a coin, over the model's log-odds. */
export function scoreMoments(): Chart {
  const moment = (name: "second" | "variance" | "curvature" | "mean") =>
    curve(theta => bernoulliScore(theta, truth)[name], [-3, 5], {points: 121});
  return {
    title: "Four moments of the score of a coin",
    caption: `The model's log-odds $θ$ moves, the truth stays at ${truth}. Second moment, variance and curvature are equal at the truth, where the mean crosses zero; to either side they are three different numbers. The identity $G = H$ holds at that one point.`,
    description:
      "Curves of the second moment, variance, curvature and mean of a Bernoulli score against the model's parameter, the first three crossing at the truth.",
    x: {label: "log-odds $θ$ of the model", column: "theta", domain: [-3, 5]},
    y: {label: "moment of the score", column: "moment", domain: [-0.35, 0.65]},
    panels: [
      {
        series: [
          {is: "reference", name: "the truth", marks: [{x: truth}], near: 0.1},
          {is: "reference", name: "zero", marks: [{y: 0}], label: false},
          {is: "exact", name: "$E s^2$", marks: moment("second"), near: 0.12},
          {is: "exact", name: "Var $s = G$", marks: moment("variance"), near: 0.95},
          {is: "exact", name: "$−E ∂^2$ log $p = H$", marks: moment("curvature"), near: 0.85},
          {is: "surrogate", name: "$E s$", marks: moment("mean"), near: 0.9}
        ]
      }
    ]
  };
}

/** A line of the example of rank two: the matrix's name in its first line. */
interface MatrixLine {
  readonly name: string;
  readonly row: readonly number[];
}

/** A third parameter that does nothing new: the matrices of the line with the input (1, u, 1 + u). */
export function redundant({skew, loss}: {readonly skew: number; readonly loss: number}) {
  const {hessian, noise} = unequalErrors({skew, lossScale: loss});
  const lift = new Matrix([
    [1, 0],
    [0, 1],
    [1, 1]
  ]);
  const lifted = (m: typeof hessian) => lift.mmul(m).mmul(lift.transpose()).to2DArray();
  const [H, G] = [lifted(hessian), lifted(noise)];
  const {projection, rank} = identifiableProjection(H);
  const leaking = G.map((row, i) => row.map((x, j) => x + (i === j ? 0.5 : 0)));
  const matrices: readonly (readonly [string, readonly (readonly number[])[]])[] = [
    ["$H$", H],
    ["$Π$", projection.to2DArray()],
    ["$G$", G],
    ["$ΠGΠ$", projectedCovariance(H, G).to2DArray()],
    ["$G + ½I$", leaking],
    ["$Π(G + ½I)Π$", projectedCovariance(H, leaking).to2DArray()]
  ];
  const lines = matrices.flatMap(([name, matrix]) =>
    matrix.map((row, i): MatrixLine => ({name: i === 0 ? name : "", row}))
  );
  return {lines, rank};
}

export const redundantCaption = {
  label: "A rank-deficient example at the present settings",
  folded: false
};

export const redundantColumns: readonly TableColumn<MatrixLine>[] = [
  {header: "matrix", value: ({name}) => name, text: true},
  ...["1", "$u$", "$1 + u$"].map((header, k) => ({
    header,
    value: ({row}: MatrixLine) => fixed(row[k], 3)
  }))
];
