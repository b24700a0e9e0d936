import {positive} from "../../check.js";
import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {type LinearMoments, linearMoments} from "../../simulate/linearMoments.js";
import {estimate} from "../../simulate/summary.js";
import {number, table} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment, Json} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {checkRates} from "../relations.js";
import {withSettings} from "../withSettings.js";

/** A quadratic in the plane with constant noise of two variances, turned against the curvature. */
export interface PlaneNoiseCell {
  readonly [key: string]: Json;
  /** Curvature of the second axis; that of the first is 1. */
  readonly flat: number;
  /** Variance of the noise along the turned axis; across it the second. */
  readonly along: number;
  readonly across: number;
  /** In degrees. */
  readonly angle: number;
  readonly learningRate: number;
  readonly updates: number;
}

export interface PlaneNoiseSpec extends ReplicatedHead {
  readonly cells: readonly PlaneNoiseCell[];
}

interface Job {
  readonly cell: PlaneNoiseCell;
  readonly updates: number;
}

/** Per replicate: time averages of θ₁², θ₁θ₂, θ₂² and of (wᵀθ)², w across the turned axis. */
type Result = readonly (readonly number[])[];

/**
 * Stationary second moments of θ ← θ − η(Hθ + ζ), H = diag(1, flat): one row per cell with `s11`, `s12`
 * and `s22` over η, and `acrossVariance`, that of the coordinate across the turned axis, with the
 * standard errors of each over independent replicates. The noise may be singular. Scale shortens the runs.
 *
 * @throws RangeError unless flat > 0 and 0 < η < 2/λmax
 */
export function planeNoiseExperiment(spec: PlaneNoiseSpec): Experiment<Job, Result> {
  const {name, seed, replicates, cells} = spec;
  for (const {flat, learningRate} of cells)
    checkRates("learningRate in cells", learningRate, [1, positive("flat in cells", flat)]);
  const label = (cell: PlaneNoiseCell) =>
    [cell.flat, cell.along, cell.across, cell.angle, cell.learningRate].join(" ");
  return {
    ...headOf(spec),
    spec: {replicates, cells: [...cells]},
    jobs: scale => cells.map(cell => ({cell, updates: updatesAt(cell, scale)})),
    describe: ({cell}) => label(cell),
    cost: ({cell, updates}) => replicates * (burnIn(cell) + updates),
    run: ({cell, updates}) => {
      const {flat, along, across, angle, learningRate: eta} = cell;
      const [[a, b], [c, d]] = rotatedFactor([along, across], angle);
      const [[wx], [wy]] = rotatedFactor([1, 1], angle + 90);
      const skipped = burnIn(cell);
      return Array.from({length: replicates}, (_, replicate) => {
        const z = gaussianStream(
          streamState({seed, experiment: name, cell: label(cell), replicate})
        );
        let [x, y, xx, xy, yy, ww] = [0, 0, 0, 0, 0, 0];
        for (let k = 0; k < skipped + updates; k++) {
          const [u, v] = [z(), z()];
          x -= eta * (x + a * u + b * v);
          y -= eta * (flat * y + c * u + d * v);
          if (k < skipped) continue;
          xx += x * x;
          xy += x * y;
          yy += y * y;
          const w = wx * x + wy * y;
          ww += w * w;
        }
        return [xx, xy, yy, ww].map(sum => sum / (updates * eta));
      });
    },
    table: results => {
      const entry = (i: number) => results.map(result => estimate(result.map(row => row[i])));
      const [s11, s12, s22, w] = [entry(0), entry(1), entry(2), entry(3)];
      const rows = cells.map((cell, c) => ({cell, s11: s11[c], s12: s12[c], s22: s22[c], w: w[c]}));
      return table(rows, {
        flat: number(row => row.cell.flat),
        along: number(row => row.cell.along),
        across: number(row => row.cell.across),
        angle: number(row => row.cell.angle),
        learningRate: number(row => row.cell.learningRate),
        s11: number(row => row.s11.mean),
        s11Error: number(row => row.s11.standardError),
        s12: number(row => row.s12.mean),
        s12Error: number(row => row.s12.standardError),
        s22: number(row => row.s22.mean),
        s22Error: number(row => row.s22.standardError),
        acrossVariance: number(row => row.w.mean),
        acrossError: number(row => row.w.standardError)
      });
    },
    expected: scale => {
      const of = new Map(
        cells.map(cell => [label(cell), momentsOf(cell, updatesAt(cell, scale))] as const)
      );
      const expectation = (
        standardError: string,
        value: (moments: LinearMoments, row: PlaneNoiseCell) => number
      ) => ({
        standardError,
        replicates,
        value: (row: Row) => {
          const cell = row as unknown as PlaneNoiseCell;
          return value(of.get(label(cell))!, cell) / cell.learningRate;
        }
      });
      return {
        s11: expectation("s11Error", m => m.overTime(0, 0)),
        s12: expectation("s12Error", m => m.overTime(0, 1)),
        s22: expectation("s22Error", m => m.overTime(1, 1)),
        acrossVariance: expectation("acrossError", (m, {angle}) => {
          const [[x], [y]] = rotatedFactor([1, 1], angle + 90);
          return x * x * m.overTime(0, 0) + 2 * x * y * m.overTime(0, 1) + y * y * m.overTime(1, 1);
        })
      };
    },
    vary: changes => planeNoiseExperiment(withSettings(spec, changes))
  };
}

const updatesAt = ({updates}: PlaneNoiseCell, scale: number) =>
  Math.max(1, Math.floor(updates * scale));

function momentsOf(cell: PlaneNoiseCell, updates: number): LinearMoments {
  const {flat, along, across, angle, learningRate} = cell;
  return linearMoments({
    parameters: {},
    hessianEigenvalues: [1, flat],
    noiseFactor: {dense: rotatedFactor([along, across], angle)},
    learningRate,
    burnIn: burnIn(cell),
    steps: burnIn(cell) + updates
  });
}

const burnIn = ({flat, learningRate}: PlaneNoiseCell) => Math.floor(12 / (flat * learningRate));
