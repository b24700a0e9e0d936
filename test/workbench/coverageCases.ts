import {noiseReport} from "../../lib/workbench/index.js";
import type {Measure, NoiseReport} from "../../lib/workbench/types.js";
import {uniformSource} from "../statistics/uniformSource.js";

export type Law = "normal" | "t8" | "grouped";

/** Rows with independent columns of the given variances, about a mean. */
export interface CoverageCase {
  readonly name: string;
  readonly law: Law;
  readonly n: number;
  readonly variances: readonly number[];
  readonly mean: readonly number[];
  /** Columns whose largest eigenvalues tie are turned by 45° in the plane of the first two. */
  readonly groups?: number;
}

const curvatures = [1, 0.8, 0.5, 0.3, 0.2];

/** The numbers whose intervals are counted, by name. */
const counted: Record<string, (report: NoiseReport) => Measure | undefined> = {
  trace: report => report.trace,
  meanNormSquared: report => report.meanNormSquared,
  noiseScale: report => report.noiseScale,
  largestEigenvalue: report => report.largestEigenvalue,
  effectiveDimension: report => report.effectiveDimension,
  participationRatio: report => report.participationRatio,
  floor: report => report.stationary?.floor
};

function truthOf({variances, mean}: CoverageCase): Record<string, number> {
  const trace = variances.reduce((sum, x) => sum + x, 0);
  const length = mean.reduce((sum, x) => sum + x * x, 0);
  const squares = variances.reduce((sum, x) => sum + x * x, 0);
  const eta = 0.1;
  return {
    trace,
    meanNormSquared: length,
    noiseScale: length > 0 ? trace / length : Infinity,
    largestEigenvalue: Math.max(...variances),
    effectiveDimension: trace / Math.max(...variances),
    participationRatio: trace ** 2 / squares,
    floor: variances.reduce(
      (sum, g, i) => sum + ((eta / (2 * (2 - eta * curvatures[i]))) * g) / 10,
      0
    )
  };
}

/** How often the 95 % intervals of a case hold the truth, out of `repetitions` data sets. */
export function coverage(one: CoverageCase, repetitions: number): Record<string, number> {
  const source = uniformSource(7);
  const normal = () => source.normal();
  const truth = truthOf(one);
  const hits: Record<string, number> = {};
  const {n, variances, mean, law} = one;
  const d = variances.length;
  for (let r = 0; r < repetitions; r++) {
    const data = new Float64Array(n * d);
    const groups = law === "grouped" ? groupsOf(n, one.groups ?? 40) : undefined;
    const shared = new Map<number, number[]>();
    for (let i = 0; i < n; i++) {
      const size = law === "t8" ? Math.sqrt(6 / chiSquare(normal)) : 1;
      for (let j = 0; j < d; j++) {
        let x = normal() * size;
        if (groups) {
          const known = shared.get(groups[i]) ?? Array.from({length: d}, normal);
          shared.set(groups[i], known);
          x = Math.SQRT1_2 * (x + known[j]);
        }
        data[i * d + j] = mean[j] + Math.sqrt(variances[j]) * x;
      }
    }
    const report = noiseReport(
      {rows: n, columns: d, data, groups},
      {
        rows: "per-sample",
        population: "sample",
        hessian: curvatures.slice(0, d),
        run: {learningRate: 0.1, batchSize: 10}
      }
    );
    for (const [name, read] of Object.entries(counted))
      hits[name] = (hits[name] ?? 0) + (holds(read(report), truth[name]) ? 1 : 0);
  }
  return Object.fromEntries(Object.entries(hits).map(([name, x]) => [name, x / repetitions]));
}

const holds = (measure: Measure | undefined, truth: number): boolean =>
  measure !== undefined &&
  truth >= (measure.low ?? -Infinity) &&
  truth <= (measure.high ?? Infinity);

/** χ² of eight degrees; √(6/χ²)·z has variance 1. */
function chiSquare(normal: () => number): number {
  let sum = 0;
  for (let k = 0; k < 8; k++) sum += normal() ** 2;
  return sum;
}

const groupsOf = (n: number, m: number): number[] => Array.from({length: n}, (_, i) => i % m);

const spread = [8, 3, 1.5, 0.7, 0.3];
const away = [0.5, 0.5, 0.2, 0.2, 0.1];
const near = [0.1, 0.1, 0, 0, 0];

/** Where the first gap exceeds three standard errors: between 90 and 99 %. */
export const separated: CoverageCase[] = [
  {name: "normal", law: "normal", n: 200, variances: spread, mean: away},
  {name: "normal, small gradient", law: "normal", n: 200, variances: spread, mean: near},
  {name: "t8", law: "t8", n: 400, variances: spread, mean: away},
  {name: "groups of five", law: "grouped", n: 400, variances: spread, mean: away, groups: 80},
  {
    name: "thirty groups",
    law: "grouped",
    n: 300,
    variances: [8, 1.5, 0.7],
    mean: [1, 1, 0.5],
    groups: 30
  }
];

/** At ties: at least 90 %. */
export const tied: CoverageCase[] = [
  {name: "two equal", law: "normal", n: 200, variances: [2, 2, 0.5], mean: [0.5, 0.5, 0]},
  {name: "five equal", law: "normal", n: 200, variances: [1, 1, 1, 1, 1], mean: away},
  {
    name: "four of five nearly equal",
    law: "normal",
    n: 300,
    variances: [1.1, 1, 1, 0.9, 0.3],
    mean: away
  },
  {name: "two equal, t8", law: "t8", n: 400, variances: [2, 2, 0.5], mean: [0.5, 0.5, 0]}
];
