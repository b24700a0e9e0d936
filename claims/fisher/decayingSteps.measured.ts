import {execute} from "../../lib/simulate/execute.js";
import type {LinearCell} from "../../lib/simulate/spec.js";
import {weightedSquaresOf} from "../../lib/simulate/summary.js";
import {diagonal} from "../brute/arrays.js";
import {bayesRisk} from "../brute/bayesRisk.js";
import {decayingCovariance} from "../brute/decayingCovariance.js";
import {sampled} from "../brute/sampled.js";
import * as cases from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";
import type {Context, Sampled} from "../ledger/claim.js";

const {curvatures: h, factor, batchSize: b} = cases.tenDimensional;
const [{noise: anisotropic}] = cases.tenDimensionalRuns;

async function run(name: string, {seed}: Context, cell: LinearCell): Promise<Sampled[]> {
  const spec = {experiment: `claim ${name}`, seed, replicates: 20_000, cells: [cell]};
  const [result] = await execute(spec);
  return result.layout.snapshots.map((T, k) => {
    const {value, standardError, effectiveSamples} = sampled(weightedSquaresOf(result, h, k));
    return {value: b * T * value, standardError: b * T * standardError, effectiveSamples};
  });
}

/** N·Risk of runs at three horizons. */
export const simulated = ({name, noise, horizons}: cases.DecayingRun, context: Context) =>
  run("decaying steps", context, {
    parameters: {noise: name},
    noiseFactor:
      name === "anisotropic"
        ? {lower: factor}
        : {diagonal: h.map((_, i) => Math.sqrt(noise[i][i]))},
    hessianEigenvalues: h,
    batchSize: b,
    learningRate: {scale: 1.2, offset: 50},
    steps: horizons[horizons.length - 1],
    snapshots: horizons,
    allowDivergence: true
  });

const risk = (C: Rows) => h.reduce((sum, x, i) => sum + x * C[i][i], 0);
const decaying = (t: number) => 1.2 / (t + 50);
const printedRisks = {
  anisotropic: [13.59, 13.66, 13.66, 14.07, 14.35],
  isotropic: [13.41, 13.44, 14.26, 14.25, 14.42]
};

/** Table 5 with the sampling error of a mean over 800 Gaussian replicates, √(2 Tr(HC)²/800). */
export const printed = (run: cases.DecayingRun) =>
  printedRisks[run.name].map((value, k): Sampled => {
    const T = run.horizons[k];
    const C = decayingCovariance(run, T, decaying);
    let squares = 0;
    for (const [i, x] of h.entries())
      for (const [j, y] of h.entries()) squares += x * y * C[i][j] ** 2;
    const standardError = b * T * Math.sqrt((2 * squares) / 800);
    return {value, standardError, effectiveSamples: 800};
  });

const far = 40_000;
const shown = {
  slope: () =>
    cases.tableFive.map(({horizons, ...run}) => {
      const x = horizons.map(T => Math.log(b * T));
      const y = horizons.map(T => Math.log(risk(decayingCovariance(run, T, decaying))));
      const mean = (v: readonly number[]) => v.reduce((a, c) => a + c, 0) / v.length;
      const [mx, my] = [mean(x), mean(y)];
      const up = x.reduce((sum, v, i) => sum + (v - mx) * (y[i] - my), 0);
      return Math.round((100 * up) / x.reduce((sum, v) => sum + (v - mx) ** 2, 0));
    }),
  constant: () => Math.round(100 * h.reduce((sum, x, i) => sum + anisotropic[i][i] / x, 0)),
  limit: () =>
    cases.tenDimensionalRuns.map(run =>
      Math.round(10 * b * far * risk(decayingCovariance(run, far, decaying)))
    )
};

/** What Figure 4 shows, from the recursion. */
export const figure = ({of}: cases.FigureNumber) => shown[of]();

type Start = (typeof cases.newtonStarts)[number];

/** N·Risk of the steps H⁻¹/(t + 1), by the recursion of E θθᵀ. */
export const newtonRecursion = ({start}: Start) =>
  [60, 600].map(T => {
    const rate = (t: number, i: number) => 1 / ((t + 1) * h[i]);
    return b * T * risk(decayingCovariance(cases.tenDimensionalRuns[0], T, rate, start));
  });

/** The same, simulated. */
export const newtonRuns = ({start}: Start, context: Context) =>
  run("Newton steps", context, {
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

/** What no estimator's worst risk is below, at either number of steps. */
export function leastWorst(_: Start) {
  const H = diagonal(h);
  const least = bayesRisk(H, anisotropic, H);
  return [least, least];
}
