import {integer} from "../../check.js";
import {inRange} from "../../inRange.js";
import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {estimationErrors} from "../../noise/estimationError.js";
import {gradientCovariance} from "../../noise/gradientCovariance.js";
import {type MovingMean, printedMovingCovariance} from "../../noise/printedMovingCovariance.js";
import {streamingCovariance} from "../../noise/streamingCovariance.js";
import {normals} from "../../random/normals.js";
import type {NoiseSource} from "../../random/source.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Estimators of a gradient covariance against sample size and forgetting rate. */
export interface EstimationSpec extends ExperimentHead {
  /** Eigenvalues of G, in pairs: each pair is turned by `degrees` in its own plane. */
  readonly eigenvalues: readonly number[];
  readonly degrees: number;
  readonly rank: number;
  readonly samples: readonly number[];
  readonly alphas: readonly number[];
  readonly replicates: number;
}

type Job = {readonly kind: "samples" | "alpha"; readonly at: number; readonly replicates: number};
type Result = readonly {readonly mean: number; readonly standardError: number}[];

const bySamples = ["plug-in", "diagonal", "streaming"] as const;
const byAlpha = ["true", "before", "after"] as const;

/** G of the experiment: block diagonal with one turned pair of eigenvalues per block. */
export function pairedCovariance(eigenvalues: readonly number[], degrees: number): number[][] {
  const factor = pairedFactor(eigenvalues, degrees);
  return factor.map(row => factor.map(other => row.reduce((sum, x, k) => sum + x * other[k], 0)));
}

function pairedFactor(eigenvalues: readonly number[], degrees: number): number[][] {
  const d = eigenvalues.length;
  const rows = eigenvalues.map(() => new Array<number>(d).fill(0));
  for (let i = 0; i + 1 < d; i += 2) {
    const block = rotatedFactor([eigenvalues[i], eigenvalues[i + 1]], degrees);
    for (const p of [0, 1]) for (const q of [0, 1]) rows[i + p][i + q] = block[p][q];
  }
  return rows;
}

/**
 * E Tr Ĝ/Tr G of the printed moving average after T = ⌊20/α⌋ independent gradients from Ĝ = m = 0: with
 * r = (1 − α)², the mean before an update has variance α²(1 − rᵗ)/(1 − r) of one gradient's.
 */
function printedTraceShare(alpha: number, mean: MovingMean): number {
  const r = (1 - alpha) * (1 - alpha);
  let [share, variance] = [0, 0];
  for (let t = 0; t < Math.floor(20 / alpha); t++) {
    const apart = mean === "true" ? 1 : (mean === "before" ? 1 : r) * (1 + variance);
    share = (1 - alpha) * share + alpha * apart;
    variance = r * variance + alpha * alpha;
  }
  return share;
}

/**
 * For Gaussian gradients of covariance G and mean zero: the mean of ‖Ĝ − G‖²_F/‖G‖²_F of the sample
 * covariance, of its diagonal and of the streaming rank-k part at each sample size (`kind` samples),
 * and of Tr Ĝ/Tr G for the printed moving average after 20/α gradients with the true mean and the
 * running mean before and after its update (`kind` alpha), each with its standard error.
 *
 * @throws RangeError on an odd number of eigenvalues, or a rank above it
 */
export function estimationExperiment(spec: EstimationSpec): Experiment<Job, Result> {
  const {name, seed, eigenvalues, degrees, rank, samples, alphas, replicates} = spec;
  const d = eigenvalues.length;
  if (d % 2 !== 0 || !eigenvalues.some(value => value > 0))
    throw new RangeError(
      `eigenvalues must be pairs, not all of them zero; got ${JSON.stringify(eigenvalues)}`
    );
  integer("rank", rank, 1, d);
  const factor = pairedFactor(eigenvalues, degrees);
  const exact = pairedCovariance(eigenvalues, degrees);
  const size = inRange(
    "the squared norm of eigenvalues",
    exact.flat().reduce((sum, x) => sum + x * x, 0)
  );
  const trace = exact.reduce((sum, row, i) => sum + row[i], 0);
  const draw = (z: NoiseSource) => {
    const normal = Array.from({length: d}, () => z.next());
    return factor.map(row => row.reduce((sum, x, k) => sum + x * normal[k], 0));
  };
  const distance = (entry: (i: number, j: number) => number) => {
    let sum = 0;
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        const gap = entry(i, j) - exact[i][j];
        sum += gap * gap;
      }
    return sum / size;
  };
  const ofSamples = (m: number, z: NoiseSource) => {
    const gradients = Array.from({length: m}, () => draw(z));
    const covariance = gradientCovariance(gradients);
    const stream = streamingCovariance({dimension: d, rank});
    for (const psi of gradients) stream.add(psi);
    const {values, vectors} = stream.leading();
    return [
      distance((i, j) => covariance.get(i, j)),
      distance((i, j) => (i === j ? covariance.get(i, i) : 0)),
      distance((i, j) =>
        values.reduce((sum, v, k) => sum + v * vectors.get(i, k) * vectors.get(j, k), 0)
      )
    ];
  };
  const ofAlpha = (alpha: number, z: NoiseSource) => {
    const moving = byAlpha.map(mean => printedMovingCovariance({dimension: d, alpha, mean}));
    for (let t = 0; t < Math.floor(20 / alpha); t++) {
      const psi = draw(z);
      for (const each of moving) each.add(psi);
    }
    return moving.map(each => each.covariance().trace() / trace);
  };
  const all = [
    ...samples.map(at => ({kind: "samples" as const, at})),
    ...alphas.map(at => ({kind: "alpha" as const, at}))
  ];
  const replicatesAt = (scale: number) => Math.max(2, Math.floor(replicates * scale));
  return {
    ...headOf(spec),
    spec: {
      eigenvalues: [...eigenvalues],
      degrees,
      rank,
      samples: [...samples],
      alphas: [...alphas],
      replicates
    },
    jobs: scale => all.map(job => ({...job, replicates: replicatesAt(scale)})),
    describe: ({kind, at}) => `${kind} ${at}`,
    cost: job => job.replicates,
    run: ({kind, at, replicates: runs}) => {
      const cell = `${kind}=${at}`;
      const values = Array.from({length: runs}, (_, replicate) => {
        const z = normals(uniforms({seed, experiment: name, cell, replicate}));
        return kind === "samples" ? ofSamples(at, z) : ofAlpha(at, z);
      });
      return values[0].map((_, e) => {
        const {mean, standardError} = estimate(values.map(row => row[e]));
        return {mean, standardError};
      });
    },
    table: results => {
      const rows = all.flatMap(({kind, at}, k) =>
        (kind === "samples" ? bySamples : byAlpha).map((estimator, e) => ({
          kind,
          at,
          estimator,
          ...results[k][e]
        }))
      );
      return table(rows, {
        kind: text(row => row.kind),
        at: number(row => row.at),
        estimator: text(row => row.estimator),
        measured: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: scale => ({
      measured: {
        standardError: "standardError",
        replicates: replicatesAt(scale),
        value: ({kind, at, estimator}) => {
          if (kind === "alpha") return printedTraceShare(Number(at), estimator as MovingMean);
          if (estimator === "streaming") return Number.NaN;
          const errors = estimationErrors(exact, {samples: Number(at), rank, eigenvalues});
          return (estimator === "plug-in" ? errors.plugIn : errors.diagonal) / size;
        }
      }
    }),
    vary: changes =>
      estimationExperiment(
        withSettings(spec, changes, {
          ranges: {
            samples: wholeFrom(2),
            alphas: settingIn("(0, 1)", alpha => alpha > 0 && alpha < 1)
          }
        })
      )
  };
}
