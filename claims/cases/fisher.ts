import {fisherTenDimensional, lowerFactor} from "../../lib/problems/fisherTenDimensional.js";
import type {Named} from "../ledger/claim.js";
import {definite, type Rows, table} from "./matrices.js";
import {pairs} from "./pairs.js";
import {binaryModel} from "./problems.js";

const {curvatures, batchSize, noise} = fisherTenDimensional();

/** Gram and Schmidt on a table of normals: some orthogonal matrix. */
function orthogonal(d: number): number[][] {
  const rows = table("turn", d, d);
  const done: number[][] = [];
  for (const row of rows) {
    let v = row;
    for (let pass = 0; pass < 2; pass++)
      for (const u of done) {
        const along = u.reduce((sum, x, k) => sum + x * v[k], 0);
        v = v.map((x, k) => x - along * u[k]);
      }
    const length = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    done.push(v.map(x => x / length));
  }
  return done;
}

/** Fisher, experiments 4 to 6: its own matrices, the constant rate, some horizons, a rotation. */
export const tenDimensional = {
  curvatures,
  batchSize,
  anisotropic: noise.anisotropic,
  isotropic: noise.isotropic,
  factor: lowerFactor(noise.anisotropic).lower,
  learningRate: 0.5 / 100,
  horizons: [100, 300, 800],
  rotation: orthogonal(10)
} as const;

/** Fisher, experiments 4 to 6 with either noise. */
export const tenDimensionalRuns = (["anisotropic", "isotropic"] as const).map(name => ({
  ...tenDimensional,
  name,
  noise: tenDimensional[name]
}));
export type TenDimensionalRun = (typeof tenDimensionalRuns)[number];

/** With the horizons of a simulation, and with those of the paper's Table 5. */
export const decayingRuns = tenDimensionalRuns.map(run => ({...run, horizons: [600, 1200, 2400]}));
export const tableFive = tenDimensionalRuns.map(run => ({
  ...run,
  horizons: [600, 1200, 2400, 4800, 9600]
}));
export type DecayingRun = (typeof decayingRuns)[number];

/** What Figure 4 tells of them. */
export const figureNumbers = [
  {name: "slopes", of: "slope"},
  {name: "Tr(GH⁻¹)", of: "constant"},
  {name: "limits", of: "limit"}
] as const;
export type FigureNumber = (typeof figureNumbers)[number];

/** Where its runs of steps H⁻¹/(t + 1) start, along every axis. */
export const newtonStarts = [
  {name: "at the minimum", start: 0},
  {name: "away from it", start: 0.1}
];

/** A metric of the ten-dimensional experiment, diagonal as its Hessian is. */
export interface DiagonalMetric extends Named {
  readonly metric: readonly number[];
}

/** H, and the metric for which the trace of G decides. */
export const diagonalMetrics: readonly DiagonalMetric[] = [
  {name: "F = H", metric: curvatures},
  {
    name: "F = 2H − ηH²",
    metric: curvatures.map(x => 2 * x - tenDimensional.learningRate * x * x)
  }
];

const diagonal = (values: readonly number[]) =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

/** The identity, in which a risk is Euclidean, and H, that of the figures. */
export const riskMetrics: Readonly<Record<"euclidean" | "fisher", DiagonalMetric>> = {
  euclidean: {name: "Tr Σ", metric: curvatures.map(() => 1)},
  fisher: {name: "Tr HΣ", metric: curvatures}
};

/** Metrics of which κ_F and d_eff are known, or not. */
export interface Metric extends Named {
  readonly matrix: Rows;
}

export const metrics: readonly Metric[] = [
  ...pairs.slice(1).map(({name, noise}) => ({name, matrix: noise})),
  {name: "F = I, d = 5", matrix: diagonal([1, 1, 1, 1, 1])},
  {name: "one direction dominates", matrix: diagonal([1e6, 1, 1])},
  {name: "experiments 4–6", matrix: diagonal(curvatures)}
];

/** Losses with bounded curvature: logistic ones of some inputs, and a quadratic one. */
export const boundedLosses = [
  {name: "six inputs", inputs: binaryModel.inputs},
  {name: "experiments 4–6", curvatures: tenDimensional.curvatures}
] as const;
export type BoundedLoss = (typeof boundedLosses)[number];

/** Curvatures of experiments 1–3 and 4–6, of which the smallest is told, and a Hessian, of which Π is. */
export const stable = [
  {name: "λmin(H)", spectra: [[1, 0.1], tenDimensional.curvatures]},
  {name: "Π", hessian: definite("hessian 3", 3)}
] as const;
export type Stable = (typeof stable)[number];

/** Curvatures with a metric, both diagonal. */
export interface Conditioned extends Named {
  readonly hessian: readonly number[];
  readonly metric: readonly number[];
}

/** A stiff Hessian in an isotropic metric, and in its own. */
export const isotropicMetric: Conditioned = {
  name: "H = diag(1, 10, 100), F = I",
  hessian: [1, 10, 100],
  metric: [1, 1, 1]
};
export const ownMetric: Conditioned = {
  name: "experiments 4–6, F = H",
  hessian: curvatures,
  metric: curvatures
};

/** Fisher, experiments 2 and 3: H = diag(1, 0.1), F(φ) = R(φ) diag(1.5, 0.5) R(φ)ᵀ, φ in degrees. */
export const turned = {
  curvatures: [1, 0.1],
  variances: [1.5, 0.5],
  learningRate: 0.05,
  batchSize: 64,
  angles: [0, 30, 60],
  /** Figure 6. */
  steps: 2500,
  burnIn: 800
} as const;

/** The angles φ of experiments 2 and 3 at which a claim is tried. */
export const atAngles = (...degrees: readonly number[]) =>
  degrees.map(angle => ({name: `${angle}°`, angle}));
export type AtAngle = ReturnType<typeof atAngles>[number];

/** Figure 5: the share of the mass in its ellipses, and angles of the noise at which they tilt. */
export const contours = [
  {name: "squared radius", share: 0.95},
  {name: "tilt in degrees", angles: [15, 30, 60]}
] as const;
export type Contour = (typeof contours)[number];

/** Figure 6: what is told of the time averages of θ₁θ₂, and at which angles. */
export const bands = [
  {name: "Σ₁₂", of: "mean", angles: [30]},
  {name: "variance over seeds", of: "variance", angles: [30, 0]}
] as const;
export type Band = (typeof bands)[number];

/** Figure 7: the noise at both ends of its angles, and the surrogate, which has one. */
export const ends = [
  {name: "0° and 60°", angles: [0, 60], variances: turned.variances},
  {name: "surrogate", angles: [0], variances: [1, 1]}
];
export type Ends = (typeof ends)[number];

/** Fisher, experiment A: probit labels of length s, and one truth with a square that the model lacks. */
export const probits = {
  lengths: [0.5, 1, 2, 4, 8],
  square: {length: 2, square: 1},
  dimension: 2,
  batches: 800,
  /** Eight samples, for which all batches can be visited. */
  features: table("probit", 8, 2),
  labels: [0, 1, 1, 0, 1, 1, 0, 1],
  batchSize: 3,
  weights: [0.4, -0.7]
} as const;

/** Lengths s of β₀ in a probit, and how much of a square the logistic model lacks. */
export interface Probit extends Named {
  readonly length: number;
  readonly square: number;
}

/** The paper's, and the one with a square. */
export const plainProbits: readonly Probit[] = probits.lengths.map(length => ({
  name: `s = ${length}`,
  length,
  square: 0
}));
export const squareProbit: readonly Probit[] = [{name: "with a square", ...probits.square}];

/** Fisher, experiment B: batches whose samples depend on one another. */
export const dependent = {curvatures: [1, 0.3], learningRate: 0.5, batchSize: 4, uses: 2} as const;

/** ε of batches whose samples are correlated, and of batches that share samples with others. */
export const inflations = [0, 0.5, 1].map(epsilon => ({name: `ε = ${epsilon}`, epsilon}));
export const reuses = [{name: `${dependent.uses} uses`, epsilon: 0}];

/** Fisher, experiment 1 as printed, and (47) at two rates with noise that does not commute. */
export const benchmark = {
  curvatures: [1, 0.1],
  learningRate: 0.05,
  replicates: 500,
  steps: 200_000,
  burnIn: 5_000,
  batchSize: 64,
  rates: [0.05, 0.7],
  noise: [
    [1.2, 0.4],
    [0.4, 0.8]
  ]
} as const;
