import {planePair} from "../../budgets/planePair.js";
import {lowerFactor} from "../../problems/fisherTenDimensional.js";
import type {CellResult} from "../../simulate/combine.js";
import type {LinearCell} from "../../simulate/spec.js";
import {estimate, stateOf} from "../../simulate/summary.js";
import {cellMoments} from "../cellMoments.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkAscending, checkGrowth} from "../relations.js";
import {wholeFrom} from "../settingRanges.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** SGD with steps η₀/t in the plane, noise and metric alike F, over η₀ and the angle between H and F. */
export interface SchedulesSpec extends ReplicatedHead {
  readonly settings: {
    readonly curvatureRatio: number;
    readonly metricRatio: number;
    /** Angles of F, in degrees. */
    readonly degrees: readonly number[];
    readonly eta0: readonly number[];
    /** Horizons at scale 1, ascending: T counts iterates, θ_T comes after T − 1 steps. */
    readonly T: readonly number[];
  };
}

/**
 * E θ_TᵀFθ_T from the minimum with b = 1, one row per angle, η₀ and horizon: `risk` ± `standardError`.
 * H = diag(1, κ_H), F turned by the angle. Scale shortens the horizons: `horizon` is what was run.
 *
 * @throws RangeError unless T ascends, and where the first steps are too long for float64
 */
export function schedulesExperiment(spec: SchedulesSpec): Experiment {
  const {curvatureRatio, metricRatio, eta0: first, T: horizons} = spec.settings;
  checkAscending("T", horizons);
  checkGrowth(first, [1, curvatureRatio], {offset: 1, steps: horizons[horizons.length - 1]});
  const metricAt = (degrees: number) =>
    planePair({curvatureRatio, metricRatio, degrees}).metric.to2DArray();
  return sweepExperiment({
    ...spec,
    cells: ({degrees, eta0, T}, scale) =>
      degrees.flatMap(angle =>
        eta0.map((rate): LinearCell => {
          const snapshots = T.map(horizon => Math.max(10, Math.floor(horizon * scale)) - 1);
          return {
            parameters: {degrees: angle, eta0: rate},
            hessianEigenvalues: [1, curvatureRatio],
            noiseFactor: lowerFactor(metricAt(angle)),
            batchSize: 1,
            learningRate: {scale: rate, offset: 1},
            steps: snapshots[snapshots.length - 1],
            snapshots: [...new Set(snapshots)],
            allowDivergence: true
          };
        })
      ),
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) => {
        const {degrees, eta0} = cells[c].parameters;
        const metric = metricAt(Number(degrees));
        return result.layout.snapshots.map((steps, at) => ({
          degrees: Number(degrees),
          eta0: Number(eta0),
          horizon: steps + 1,
          ...estimate(squares(result, metric, at))
        }));
      });
      return table(rows, {
        degrees: number(row => row.degrees),
        eta0: number(row => row.eta0),
        horizon: integer(row => row.horizon),
        risk: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      return {
        risk: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({degrees, eta0, horizon}) => {
            const [[a, b], [, d]] = metricAt(degrees);
            const at = cells[0].snapshots!.indexOf(horizon - 1);
            const {state} = of({degrees, eta0});
            return a * state(0, 0, at) + 2 * b * state(0, 1, at) + d * state(1, 1, at);
          }
        }
      };
    },
    vary: changes => schedulesExperiment(withSettings(spec, changes, {ranges: {T: wholeFrom(10)}}))
  });
}

/** θᵀFθ of every replicate. */
function squares(result: CellResult, F: number[][], snapshot: number): Float64Array {
  const [x, y] = [stateOf(result, 0, snapshot), stateOf(result, 1, snapshot)];
  return x.map((u, r) => F[0][0] * u * u + 2 * F[0][1] * u * y[r] + F[1][1] * y[r] * y[r]);
}
