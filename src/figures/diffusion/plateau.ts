import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {whole} from "../../components/format.js";
import {geomspace} from "../../lib/elementary/geomspace.js";
import {
  fisherTenDimensional,
  type TenDimensionalNoise
} from "../../lib/problems/fisherTenDimensional.js";
import {normals} from "../../lib/random/normals.js";
import {randomRotation} from "../../lib/random/randomRotation.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {riskWeights, traceMatchingRange} from "../../lib/stationary/traceMatching.js";
import {quadraticMoments} from "../../lib/statistics/quadraticMoments.js";
import {diagonal} from "../diagonal.js";

const {curvatures, batchSize, noise: noises} = fisherTenDimensional();
const steepest = Math.max(...curvatures);
const hessian = diagonal(curvatures);
const perUpdate = (name: TenDimensionalNoise) =>
  noises[name].map(row => row.map(x => x / batchSize));

/** What the sweep ran, from its sidecar. */
export interface PlateauRun {
  readonly noise: readonly TenDimensionalNoise[];
  readonly rateTimesCurvature: number;
  readonly T: readonly number[];
  readonly replicates: number;
}

export interface Swept {
  readonly noise: TenDimensionalNoise;
  readonly how: string;
  readonly T: number;
  readonly steps: number;
  readonly risk: number;
  readonly standardError: number;
  readonly expected: number;
}

/** An entry of Table 4, replayed and as printed. */
export interface Replayed {
  readonly experiment: number;
  readonly T: number;
  readonly noise: TenDimensionalNoise;
  readonly risk: number;
  readonly printed: number;
}

/** The entries that Table 4 prints. */
export const ofTable4 = (entries: readonly Replayed[]): Replayed[] =>
  entries.filter(({experiment}) => experiment === 4);

/** Risks are shown in units of 10⁻⁴. */
export const scaled = (x: number): number => 1e4 * x;

/** The risk that is expected after T steps, and the standard error of a mean over the replicates. */
export function expectedRisks(
  {rateTimesCurvature, replicates}: PlateauRun,
  noise: TenDimensionalNoise,
  horizons: readonly number[]
): {readonly T: number; readonly risk: number; readonly standardError: number}[] {
  const learningRate = rateTimesCurvature / steepest;
  return iterateCovariance({
    curvatures,
    noise: perUpdate(noise),
    learningRate,
    steps: [...horizons]
  }).map((C, k) => {
    const {mean, standardDeviation} = quadraticMoments(hessian, C);
    return {T: horizons[k], risk: mean, standardError: standardDeviation / Math.sqrt(replicates)};
  });
}

/** The risk at which a run settles. */
export const limitRisk = ({rateTimesCurvature}: PlateauRun, noise: TenDimensionalNoise): number =>
  sgdCovariance({hessian, noise: perUpdate(noise), learningRate: rateTimesCurvature / steepest})
    .diagonal()
    .reduce((sum, x, i) => sum + curvatures[i] * x, 0);

/** How many normal numbers the replay of Table 4 draws. */
export const normalsOf = (run: PlateauRun, horizons: readonly number[]): number =>
  run.noise.length * run.replicates * curvatures.length * horizons.reduce((s, T) => s + T, 0);

/** The last states of the sweep, by the steps that were run. */
const lastStates = (rows: readonly Swept[], noise: string): Mark[] =>
  rows
    .filter(row => row.how === "last" && row.noise === noise)
    .map(({steps, risk, standardError, expected}) => ({
      x: steps,
      y: scaled(risk),
      standardError: scaled(standardError),
      expected: scaled(expected)
    }));

/** Risk against horizon: what is printed, what was measured, and the exact expectation with its band. */
export function riskAgainstHorizon(
  rows: readonly Swept[],
  run: PlateauRun,
  entries: readonly Replayed[]
): Chart {
  const ends = [Math.min(...run.T) / 3, 1.2 * Math.max(...run.T)] as const;
  const drawn = geomspace(ends[0], ends[1], 48).map(Math.round);
  const settled = run.T[1];
  return {
    title: "Risk against horizon",
    caption: `Solid: the exact expectation, from the minimum up; band: where 95 % of all means over ${whole(run.replicates)} replicates fall. Open diamonds: printed; dots with 95 % bars: our own sweep. Printed values and our own stay inside the band: after some ${settled} steps nothing is left to converge.`,
    description:
      "In each panel a curve rises and then stays level; printed values and measurements scatter about it within the band.",
    x: {
      label: "steps $T$",
      column: "T",
      scale: "log",
      domain: ends,
      ticks: [100, 300, 1000, 3000, 10_000]
    },
    y: {label: "risk, in units of $10^{−4}$", column: "risk", domain: [7.9, 9.1]},
    panels: run.noise.map(noise => {
      const exact = expectedRisks(run, noise, drawn);
      const series: Series[] = [
        {
          is: "exact",
          name: "95 % of means",
          as: "band",
          label: false,
          marks: exact.map(({T, risk, standardError}) => ({
            x: T,
            low: scaled(risk - 1.96 * standardError),
            high: scaled(risk + 1.96 * standardError)
          }))
        },
        {
          is: "exact",
          name: "exact",
          marks: exact.map(({T, risk}) => ({x: T, y: scaled(risk)})),
          near: 0.15
        },
        {is: "measured", name: "measured", marks: lastStates(rows, noise), near: 0},
        {
          is: "printed",
          name: "printed",
          near: 0.5,
          marks: entries
            .filter(row => row.noise === noise)
            // Beside our own at the same horizon.
            .map(({T, printed}) => ({x: 1.09 * T, y: scaled(printed), horizon: T}))
        }
      ];
      return {name: `${noise} noise`, series};
    })
  };
}

/** The spectrum of the paper's noise, and of its rotations. */
export const spectrum = geomspace(0.5, 5, 10);

/** The least and the largest ratio of the plateaux over all rotations of the noise, where F = Hᵖ. */
export const ratioRange = (power: number, rateTimesCurvature: number): [number, number] =>
  traceMatchingRange({
    curvatures,
    metric: curvatures.map(h => h ** power),
    noise: spectrum,
    learningRate: rateTimesCurvature / steepest
  });

const rotated = new Map<number, number[][]>();

/** Diagonals of the rotated noise, made once for a seed. */
function rotationsOf(seed: number): number[][] {
  const known = rotated.get(seed);
  if (known) return known;
  const z = normals(uniforms({seed, experiment: "plateau: rotations", cell: "", replicate: 0}));
  const made = Array.from({length: 160}, () => {
    const Q = randomRotation(10, z);
    return curvatures.map((_, i) => spectrum.reduce((s, g, k) => s + g * Q.get(i, k) ** 2, 0));
  });
  rotated.set(seed, made);
  return made;
}

/** The plateau under noise with this diagonal over the one under white noise of the same trace. */
function ratioOf(
  diagonalOfG: readonly number[],
  power: number,
  rateTimesCurvature: number
): number {
  const w = riskWeights({
    curvatures,
    metric: curvatures.map(h => h ** power),
    learningRate: rateTimesCurvature / steepest
  });
  const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
  return (
    (curvatures.length * sum(w.map((x, i) => x * diagonalOfG[i]))) / (sum(w) * sum(diagonalOfG))
  );
}

/** The controls of the ratio of the plateaux. */
export const ratioControls = {
  power: {
    label: "Metric $F = H^p$, $p$",
    min: 0,
    max: 2,
    step: 0.1,
    value: 1,
    format: (p: number) => p.toFixed(1)
  },
  seed: {label: "Another set of rotations", min: 1, max: 20, step: 1, value: 1}
};

/** Ratio of the plateaux over the learning rate: rotations of the noise between their exact extremes, and the paper's own. */
export function plateauRatio(
  {power, seed}: {readonly power: number; readonly seed: number},
  {rateTimesCurvature}: Pick<PlateauRun, "rateTimesCurvature">
): Chart {
  const rotations = rotationsOf(seed);
  const rates = Array.from({length: 40}, (_, k) => (k + 0.5) / 20.5);
  const bounds = rates.map(rate => ({rate, range: ratioRange(power, rate)}));
  const lows = bounds.map(({range}) => range[0]);
  const highs = bounds.slice(0, 36).map(({range}) => range[1]);
  const bound = (side: 0 | 1) => bounds.map(({rate, range}) => ({x: rate, y: range[side]}));
  return {
    title: "Plateau under rotated noise over plateau under white noise of the same trace",
    caption: `Dots: ${rotations.length} random rotations of the paper's spectrum ½ … ${Math.max(...spectrum)}; solid: the exact extremes over all rotations; diamond: the paper's own matrix at its own step. At $p = 1$ the two bounds meet as $η → 0$ and nowhere else; at $p = 0$, plain squared error, they never meet.`,
    description:
      "A cloud of ratios about one between a lower and an upper curve that open as the learning rate grows.",
    x: {
      label: "learning rate times largest curvature, $ηλ_{max}$",
      short: "$ηλ_{max}$",
      column: "rateTimesCurvature",
      domain: [0, 1.95]
    },
    y: {
      label: "ratio of the plateaux",
      column: "ratio",
      domain: [Math.min(0.75, 0.95 * Math.min(...lows)), Math.max(1.3, 1.05 * Math.max(...highs))]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "equal plateaux", marks: [{y: 1}], label: false},
          {
            is: "measured",
            name: "random rotations",
            as: "cloud",
            label: false,
            marks: rotations.map((d, k) => {
              const x = 0.05 + (1.85 * (k + 0.5)) / rotations.length;
              return {x, y: ratioOf(d, power, x)};
            })
          },
          {is: "exact", name: "largest", marks: bound(1), near: 0.4},
          {is: "exact", name: "least", marks: bound(0), near: 0.4},
          {
            is: "printed",
            name: "the paper's $G$",
            marks: [
              {
                x: rateTimesCurvature,
                y: ratioOf(
                  noises.anisotropic.map((row, i) => row[i]),
                  power,
                  rateTimesCurvature
                )
              }
            ]
          }
        ]
      }
    ]
  };
}
