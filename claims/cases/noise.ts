import type {Named} from "../ledger/claim.js";
import {definite, type Rows} from "./matrices.js";
import {grid, named} from "./named.js";

/** The loss Σ exp(xᵢᵀw) − xᵢᵀw, with its minimum at 0, and a direction δ to leave it in. */
export interface Direction extends Named {
  readonly inputs: Rows;
  readonly direction: readonly number[];
}
export const directions: readonly Direction[] = [
  [1, 0],
  [0.6, -0.8],
  [0.3, 0.7]
].map(direction => ({
  name: `δ = (${direction.join(", ")})`,
  inputs: [
    [1, 0.3],
    [-0.4, 0.9],
    [0.7, -1.2]
  ],
  direction
}));

/** A law exp(−s wᵀKw/T), and the λ of the recursion that is to have it. */
export const boltzmann = [
  {name: "exp(−wᵀKw/T)", factor: 1, rate: 0.3},
  {name: "exp(−½wᵀKw/T)", factor: 1 / 2, rate: 0.3},
  {name: "exp(−½wᵀKw/T) in the time of the flow", factor: 1 / 2, rate: 1}
].map(law => ({
  ...law,
  hessian: [
    [1.2, 0.4],
    [0.4, 0.6]
  ],
  temperature: 0.7
}));
export type Boltzmann = (typeof boltzmann)[number];

/** White noise on Hessians that are not diagonal, λk* between 0.3 and 1. */
export interface Whitened extends Named {
  readonly hessian: number[][];
  readonly rate: number;
}
export const whitened: readonly Whitened[] = [2, 3].map(d => {
  const hessian = definite(`effective loss ${d}`, d);
  const trace = hessian.reduce((sum, row, i) => sum + row[i], 0);
  return {name: `d = ${d}`, hessian, rate: 1 / trace};
});

/** A regression y = xᵀw⋆ + ε on finitely many (x, ε), each equally likely: E ε = 0 at each x. */
export interface Labelled extends Named {
  readonly inputs: Rows;
  /** The scale of ε = ± at each input. */
  readonly deviations: readonly number[];
  readonly batchSize: number;
}

const inputs: Rows = [
  [1, 0.2],
  [-0.3, 1.1],
  [0.8, -0.9]
];

/** Residuals of variance one: the loss ½(xᵀw − y)² is a negative log-likelihood. */
export const wellSpecified: readonly Labelled[] = [
  {name: "labels of variance 1", inputs, deviations: [1, 1, 1], batchSize: 3}
];

/** Residuals of variance four, and residuals whose variance is one on average only. */
export const otherwise: readonly Labelled[] = [
  {name: "labels of variance 4", inputs, deviations: [2, 2, 2], batchSize: 3},
  {
    name: "variance that depends on x",
    inputs,
    deviations: [0.5, Math.sqrt(0.5), Math.sqrt(2.25)],
    batchSize: 3
  }
];

/** λ of the runs with Student t and χ² noise. */
export const shapedRates = grid({learningRate: [0.3, 1, 1.6]});

/** The finite-rate paper's figures: curvatures of the planes and S, their λ, and λk and µ with momentum. */
export const planes = {curvatures: [1, 0.1], batchSize: 100} as const;
export const planeRates = grid({learningRate: [0.5, 1.8, 1.99]});
export const beyondTwo = {rate: 2.75, momenta: [0.5, 0.7, 0.9]} as const;

/** Figure 4(a): where heavy ball begins to be stable, and its variances beyond. */
export const divergences = [
  {name: "edge µ = λk/2 − 1", momenta: null},
  {name: `Σ at µ = ${beyondTwo.momenta.join(", ")}`, momenta: beyondTwo.momenta}
];
export type Divergence = (typeof divergences)[number];

export const atOne = grid({learningRate: [1], momentum: [0, 0.5, 0.9, 0.99]});
export interface RateAndMomentum {
  readonly name: string;
  readonly learningRate: number;
  readonly momentum: number;
}

/** Two laws of ξ with mean 0 and variance 1, and steps from the minimum, for η = √C(w) ξ. */
export const closedNoise = {
  laws: [
    [
      [1, 0.5],
      [-1, 0.5]
    ],
    [
      [0, 0.5],
      [Math.SQRT2, 0.25],
      [-Math.SQRT2, 0.25]
    ]
  ],
  steps: 9
} as const;
export const closedRates = grid({learningRate: [0.6, 1, 1.4]});
export const kinkedRates = grid({learningRate: [1]});

/** N, S and the data sets that a figure with batches is tried on. */
export const figureRows = {size: 1000, batchSize: 100, sets: 200} as const;

/** How a batch is drawn: from endless data, or S of N rows with or without replacement, anew at each step. */
export type Drawing = "fresh" | "with replacement" | "without replacement";

/** The runs of a figure with real batches, drawn without replacement. */
export interface BatchPanels extends Named {
  readonly variances: readonly number[];
  readonly runs: readonly {readonly learningRate: number; readonly momentum: number}[];
}
const panels = (
  name: string,
  variances: readonly number[],
  rates: readonly number[],
  momenta: readonly number[]
): BatchPanels => ({
  name,
  variances,
  runs: rates.flatMap(learningRate => momenta.map(momentum => ({learningRate, momentum})))
});
export const lineFigure = [panels("Figure 2(b), λ = 0.5, 1, 1.5", [1], [0.5, 1, 1.5], [0])];
export const planeFigure = [
  panels("Figure 3(d) and (e), both axes", planes.curvatures, [0.5, 1.8], [0])
];
export const momentumFigure = beyondTwo.momenta.map(mu =>
  panels(`Figure 4(b), µ = ${mu}`, [1], [beyondTwo.rate], [mu])
);
export const milderFigure = [0.2, 0.5, 0.9].map(mu =>
  panels(`Figure 9(b), µ = ${mu}`, [1], [2], [mu])
);
/** Both figures with momentum, the least fluctuation first. */
export const growingFigures = [
  panels("Figure 4(b)", [1], [beyondTwo.rate], [0.7, 0.8, 0.5, 0.9]),
  panels("Figure 9(b)", [1], [2], [0.5, 0.2, 0.8, 0.9])
];

/** One panel of Figure 3(d)–(f) under a way of drawing. */
export const panelsFarFromEdge = grid({
  learningRate: [0.5, 1.5],
  drawing: ["without replacement"] as readonly Drawing[]
});
export const otherPanels = named<{learningRate: number; drawing: Drawing}>([
  {learningRate: 0.5, drawing: "fresh"},
  {learningRate: 1.8, drawing: "with replacement"},
  {learningRate: 1.8, drawing: "without replacement"}
]);
export type DrawnPanel = (typeof panelsFarFromEdge)[number];

/** Figures 4(b) and 9(b) and other batch sizes: λk and µ, fresh batches. */
export const batchFigures = named(
  [
    {learningRate: 2.75, momentum: 0.5},
    {learningRate: 2.75, momentum: 0.65},
    {learningRate: 2.75, momentum: 0.8},
    {learningRate: 2, momentum: 0.2},
    {learningRate: 2, momentum: 0.9}
  ].flatMap(run => [100, 200].map(batchSize => ({...run, batchSize})))
);
export type BatchFigure = (typeof batchFigures)[number];
