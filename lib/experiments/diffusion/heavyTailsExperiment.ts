import {cos} from "../../elementary/cos.js";
import {log} from "../../elementary/log.js";
import {pow} from "../../elementary/pow.js";
import {symmetricStable} from "../../random/symmetricStable.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {stableScale} from "../../stationary/stableScale.js";
import {kolmogorovSmirnov} from "../../statistics/kolmogorovSmirnov.js";
import {symmetricStableCdf} from "../../statistics/symmetricStableCdf.js";
import {number, table} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** SGD on L = ½θ² under symmetric α-stable noise of scale 1. */
export interface HeavyTailsSpec extends ReplicatedHead {
  readonly settings: {
    readonly alphas: readonly number[];
    /** ηh. */
    readonly steps: readonly number[];
    /** Distances from the minimum, in exact scales, at which the tails are counted. */
    readonly distances: readonly number[];
  };
}

interface Job {
  readonly alpha: number;
  readonly step: number;
  readonly replicates: number;
}

interface Result {
  readonly scale: number;
  readonly scaleError: number;
  readonly distanceExact: number;
  readonly distanceNormal: number;
  readonly tails: readonly number[];
}

/**
 * The stationary law of θ ← (1 − x)θ + xξ, E e^{itξ} = e^{−|t|^α}: independent last states after 8/x
 * updates (8/(2 − x) for x > 1). One row per cell and distance: `scale` ± `scaleError` from the mean of cos(θ/s), s the exact
 * scale; `distanceExact` and `distanceNormal`, the Kolmogorov–Smirnov distances from the exact law and
 * from the normal law that α = 2 gives; `tail` ± `tailError`, the share of states beyond the distance.
 */
export function heavyTailsExperiment(spec: HeavyTailsSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {alphas, steps, distances} = settings;
  const cells = steps.flatMap(step => alphas.map(alpha => ({alpha, step})));
  const sizes = (scale: number) => Math.max(20, Math.floor(replicates * scale));
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale => cells.map(cell => ({...cell, replicates: sizes(scale)})),
    describe: ({alpha, step}) => `alpha ${alpha}, step ${step}`,
    cost: ({step, replicates}) => replicates * updatesAt(step),
    run: ({alpha, step, replicates}) => {
      const cell = `alpha=${alpha} step=${step}`;
      const next = uniforms({seed, experiment: name, cell, replicate: 0});
      const updates = updatesAt(step);
      const states = Float64Array.from({length: replicates}, () => {
        let theta = 0;
        for (let k = 0; k < updates; k++) theta += step * (symmetricStable(next, alpha) - theta);
        return theta;
      });
      const exact = stableScale({curvature: 1, learningRate: step, alpha});
      const normal = stableScale({curvature: 1, learningRate: step, alpha: 2});
      const law = symmetricStableCdf(alpha);
      const bell = symmetricStableCdf(2);
      // E cos(θ/s) = e^{−(s'/s)^α} where the true scale is s'
      const {mean, standardError} = estimate(states.map(theta => wave(theta / exact)));
      const exponent = -log(mean);
      const scale = exact * pow(exponent, 1 / alpha);
      return {
        scale,
        scaleError: (scale * standardError) / (mean * exponent * alpha),
        distanceExact: kolmogorovSmirnov(states, x => law(x / exact)).distance,
        distanceNormal: kolmogorovSmirnov(states, x => bell(x / normal)).distance,
        tails: distances.map(
          d => states.filter(theta => Math.abs(theta) > d * exact).length / replicates
        )
      };
    },
    table: (results, scale) => {
      const rows = results.flatMap((result, c) =>
        distances.map((distance, i) => ({...cells[c], ...result, distance, tail: result.tails[i]}))
      );
      const n = sizes(scale);
      return table(rows, {
        alpha: number(row => row.alpha),
        step: number(row => row.step),
        replicates: number(() => n),
        scale: number(row => row.scale),
        scaleError: number(row => row.scaleError),
        distanceExact: number(row => row.distanceExact),
        distanceNormal: number(row => row.distanceNormal),
        distance: number(row => row.distance),
        tail: number(row => row.tail),
        tailError: number(row => Math.sqrt((row.tail * (1 - row.tail)) / n))
      });
    },
    expected: scale => {
      const n = sizes(scale);
      const share = ({alpha, distance}: Row) =>
        2 * (1 - symmetricStableCdf(Number(alpha))(Number(distance)));
      return {
        tail: {
          standardError: row => Math.sqrt((share(row) * (1 - share(row))) / n),
          replicates: n,
          // Fewer than some thirty states beyond are no normal number.
          value: row => (n * share(row) < 30 ? Number.NaN : share(row))
        }
      };
    },
    vary: changes =>
      heavyTailsExperiment(
        withSettings(spec, changes, {
          ranges: {
            replicates: wholeFrom(20),
            steps: settingIn("(0, 2)", x => x > 0 && x < 2),
            alphas: settingIn("(1, 2]", alpha => alpha > 1 && alpha <= 2)
          }
        })
      )
  };
}

const updatesAt = (step: number) => Math.floor(8 / Math.min(step, 2 - step));

/** cos of an angle of any size; beyond 10⁹ its phase is lost in rounding, as it is in the state. */
const wave = (x: number): number => (Math.abs(x) < 1e9 ? cos(x) : 0);
