import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {linearMoments} from "../../simulate/linearMoments.js";
import {estimate} from "../../simulate/summary.js";
import {number, table} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {checkRates} from "../relations.js";
import {wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** SGD on a quadratic in the plane with its noise turned against the curvature by several angles. */
export interface CirculationSpec extends ReplicatedHead {
  readonly settings: {
    readonly curvatures: readonly [number, number];
    /** Variances of the batch noise along the turned axes. */
    readonly noiseVariances: readonly [number, number];
    /** In degrees. */
    readonly angles: readonly number[];
    readonly learningRate: number;
    readonly steps: number;
    readonly burnIn: number;
  };
}

interface Job {
  readonly angle: number;
  readonly steps: number;
}

/** Per replicate: swept area per time, θ₁θ₂ in the first and in the second half. */
type Result = readonly (readonly [number, number, number])[];

/**
 * Circulation of θ ← θ − η(Hθ + ζ): one row per angle. `swept` is the mean of
 * (θ₁θ₂′ − θ₂θ₁′)/η, twice the signed area swept in a unit of time ηk, `early` and `late` the mean of
 * θ₁θ₂ over the first and the second half of the run, all after the burn-in, with standard errors from
 * independent replicates. Scale shortens the run.
 *
 * @throws RangeError unless the steps behind the burn-in can be halved, and 0 < η < 2/λmax
 */
export function circulationExperiment(spec: CirculationSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {curvatures, noiseVariances, angles, learningRate: eta, burnIn} = settings;
  if ((settings.steps - burnIn) % 2 !== 0)
    throw new RangeError(
      `steps must be an even number more than burnIn, which is ${burnIn}; got ${settings.steps}`
    );
  checkRates("learningRate", eta, curvatures);
  const halfAt = (scale: number) =>
    Math.max(50, Math.floor(((settings.steps - burnIn) * scale) / 2));
  /** E of the average of θ₁θ₂ over the states after `skipped` steps up to those after `last`. */
  const product = (angle: number, skipped: number, last: number) =>
    linearMoments({
      parameters: {},
      hessianEigenvalues: curvatures,
      noiseFactor: {dense: rotatedFactor(noiseVariances, angle)},
      learningRate: eta,
      burnIn: skipped,
      steps: last
    }).overTime(0, 1);
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale => angles.map(angle => ({angle, steps: burnIn + 2 * halfAt(scale)})),
    describe: ({angle}) => `angle ${angle}`,
    cost: ({steps}) => replicates * steps,
    run: ({angle, steps}) => {
      const [first, second] = rotatedFactor(noiseVariances, angle);
      return Array.from({length: replicates}, (_, replicate) => {
        const z = gaussianStream(
          streamState({seed, experiment: name, cell: `angle=${angle}`, replicate})
        );
        const half = (steps - burnIn) / 2;
        let [x, y, swept, early, late] = [0, 0, 0, 0, 0];
        for (let k = 0; k < steps; k++) {
          const [u, v] = [z(), z()];
          const nextX = x - eta * (curvatures[0] * x + first[0] * u + first[1] * v);
          const nextY = y - eta * (curvatures[1] * y + second[0] * u + second[1] * v);
          if (k >= burnIn) {
            swept += x * nextY - y * nextX;
            if (k < burnIn + half) early += nextX * nextY;
            else late += nextX * nextY;
          }
          x = nextX;
          y = nextY;
        }
        return [swept / (2 * half * eta), early / half, late / half] as const;
      });
    },
    table: results => {
      const of = (k: 0 | 1 | 2) => results.map(result => estimate(result.map(row => row[k])));
      const [swept, early, late] = [of(0), of(1), of(2)];
      const rows = angles.map((angle, k) => ({
        angle,
        swept: swept[k],
        early: early[k],
        late: late[k]
      }));
      return table(rows, {
        angle: number(row => row.angle),
        swept: number(row => row.swept.mean),
        sweptError: number(row => row.swept.standardError),
        early: number(row => row.early.mean),
        earlyError: number(row => row.early.standardError),
        late: number(row => row.late.mean),
        lateError: number(row => row.late.standardError)
      });
    },
    expected: scale => {
      const half = halfAt(scale);
      const end = burnIn + 2 * half;
      const expectation = (standardError: string, value: (angle: number) => number) => ({
        standardError,
        replicates,
        value: (row: Row) => value(row["angle"] as number)
      });
      return {
        // E(θ₁θ₂′ − θ₂θ₁′)/η = (h₁ − h₂) E θ₁θ₂ of the state before the step.
        swept: expectation(
          "sweptError",
          angle => (curvatures[0] - curvatures[1]) * product(angle, burnIn - 1, end - 1)
        ),
        early: expectation("earlyError", angle => product(angle, burnIn, burnIn + half)),
        late: expectation("lateError", angle => product(angle, burnIn + half, end))
      };
    },
    vary: changes =>
      circulationExperiment(
        withSettings(spec, changes, {
          ofFixedLength: ["curvatures", "noiseVariances"],
          afterBurnIn: 100,
          ranges: {burnIn: wholeFrom(1)}
        })
      )
  };
}
