import {execute} from "../../lib/simulate/execute.js";
import type {LinearCell} from "../../lib/simulate/spec.js";
import {weightedSquaresOf} from "../../lib/simulate/summary.js";
import {sampled} from "../brute/sampled.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Context, Numbers, Sampled, Samples} from "../ledger/claim.js";

const {curvatures: h, anisotropic, isotropic, factor, batchSize: b} = tenDimensional;
const replicates = 20_000;

async function run(name: string, {seed}: Context, cells: LinearCell[]): Promise<Sampled[][]> {
  const spec = {experiment: `claim ${name}`, seed, replicates, cells};
  const results = await execute(spec);
  return results.map(result =>
    result.layout.snapshots.map((T, k) => {
      const {value, standardError, effectiveSamples} = sampled(weightedSquaresOf(result, h, k));
      return {value: b * T * value, standardError: b * T * standardError, effectiveSamples};
    })
  );
}

/** N·Risk of runs at three horizons. */
export async function simulated(context: Context): Promise<Samples> {
  const cell = {
    hessianEigenvalues: h,
    batchSize: b,
    learningRate: {scale: 1.2, offset: 50},
    steps: 2400,
    snapshots: [600, 1200, 2400],
    allowDivergence: true
  };
  const [first, second] = await run("decaying steps", context, [
    {...cell, parameters: {noise: "anisotropic"}, noiseFactor: {lower: factor}},
    {
      ...cell,
      parameters: {noise: "isotropic"},
      noiseFactor: {diagonal: h.map((_, i) => Math.sqrt(isotropic[i][i]))}
    }
  ]);
  return {anisotropic: first, isotropic: second};
}

type Rows = readonly (readonly number[])[];

/** E θθᵀ after T steps, entry by entry. */
function covariance(
  G: Rows,
  T: number,
  rate: (t: number, i: number) => number,
  start = 0
): number[][] {
  const C = h.map(() => h.map(() => start * start));
  for (let t = 0; t < T; t++)
    for (const [i, x] of h.entries())
      for (const [j, y] of h.entries()) {
        const [p, q] = [rate(t, i), rate(t, j)];
        C[i][j] = (1 - p * x) * (1 - q * y) * C[i][j] + (p * q * G[i][j]) / b;
      }
  return C;
}

const risk = (C: Rows) => h.reduce((sum, x, i) => sum + x * C[i][i], 0);
const decaying = (t: number) => 1.2 / (t + 50);

/** Table 5 with the sampling error of a mean over 800 Gaussian replicates, √(2 Tr(HC)²/800). */
export function printed(): Samples {
  const horizons = [600, 1200, 2400, 4800, 9600];
  const entries = (G: Rows, values: readonly number[]) =>
    values.map((value, k): Sampled => {
      const T = horizons[k];
      const C = covariance(G, T, decaying);
      let squares = 0;
      for (const [i, x] of h.entries())
        for (const [j, y] of h.entries()) squares += x * y * C[i][j] ** 2;
      const standardError = b * T * Math.sqrt((2 * squares) / 800);
      return {value, standardError, effectiveSamples: 800};
    });
  return {
    anisotropic: entries(anisotropic, [13.59, 13.66, 13.66, 14.07, 14.35]),
    isotropic: entries(isotropic, [13.41, 13.44, 14.26, 14.25, 14.42])
  };
}

/** What Figure 4 shows, from the recursion. */
export function figure(): Numbers {
  const horizons = [600, 1200, 2400, 4800, 9600];
  const slope = (G: Rows) => {
    const x = horizons.map(T => Math.log(b * T));
    const y = horizons.map(T => Math.log(risk(covariance(G, T, decaying))));
    const mean = (v: readonly number[]) => v.reduce((a, c) => a + c, 0) / v.length;
    const [mx, my] = [mean(x), mean(y)];
    const up = x.reduce((sum, v, i) => sum + (v - mx) * (y[i] - my), 0);
    return Math.round((100 * up) / x.reduce((sum, v) => sum + (v - mx) ** 2, 0));
  };
  const far = 40_000;
  const limits = [anisotropic, isotropic].map(G =>
    Math.round(10 * b * far * risk(covariance(G, far, decaying)))
  );
  const constant = h.reduce((sum, x, i) => sum + anisotropic[i][i] / x, 0);
  return {
    slopes: [slope(anisotropic), slope(isotropic)],
    "Tr(GH⁻¹)": [Math.round(100 * constant)],
    limits
  };
}

/** N·Risk of the steps H⁻¹/(t + 1), by the recursion of E θθᵀ from both starts. */
export function newtonRecursion(): Numbers {
  const at = (start: number) =>
    [60, 600].map(
      T => b * T * risk(covariance(anisotropic, T, (t, i) => 1 / ((t + 1) * h[i]), start))
    );
  return {"at the minimum": at(0), "away from it": at(0.1)};
}

/** The same, simulated. */
export async function newtonRuns(context: Context): Promise<Samples> {
  const cell = (start: number): LinearCell => ({
    parameters: {start},
    hessianEigenvalues: h,
    noiseFactor: {lower: factor},
    preconditioner: h.map(x => 1 / x),
    learningRate: {scale: 1, offset: 1},
    batchSize: b,
    initial: h.map(() => start),
    steps: 600,
    snapshots: [60, 600]
  });
  const [near, far] = await run("Newton steps", context, [cell(0), cell(0.1)]);
  return {"at the minimum": near, "away from it": far};
}
