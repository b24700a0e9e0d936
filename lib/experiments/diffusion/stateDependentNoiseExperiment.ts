import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {estimate} from "../../simulate/summary.js";
import {meanColumns} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {replicateBlocks} from "../replicateBlocks.js";
import {scaledSteps} from "../scaledSteps.js";

/** An Itô equation on the line whose noise grows with the distance from the minimum. */
export interface StateDependentNoiseSpec extends ReplicatedHead {
  readonly settings: {
    /** τ = η/B. */
    readonly temperature: number;
    /** a in Σ = 1 + aθ². */
    readonly growth: number;
    readonly timeStep: number;
    readonly steps: number;
    readonly burnIn: number;
    /** The histogram's range is (−reach, reach). */
    readonly reach: number;
    readonly bins: number;
  };
}

const blocks = 8;

interface Job {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

/**
 * Histogram of dθ = −θ dt + √(τ(1 + aθ²)) dW, by Euler and Maruyama, which reads the noise where a step
 * begins, as Itô does. One row per bin: `density` ± `standardError` from the fractions of time that
 * independent replicates spent there after the burn-in. Scale shortens the run.
 */
export function stateDependentNoiseExperiment(
  spec: StateDependentNoiseSpec
): Experiment<Job, number[][]> {
  const {name, seed, replicates, settings} = spec;
  const {temperature, growth, timeStep, burnIn, reach, bins} = settings;
  const width = (2 * reach) / bins;
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      replicateBlocks(replicates, blocks).map(block => ({
        ...block,
        steps: scaledSteps(settings, scale, 100)
      })),
    describe: ({from, to}) => `replicates ${from} to ${to - 1}`,
    cost: ({from, to, steps}) => (to - from) * steps,
    run: ({from, to, steps}) =>
      Array.from({length: to - from}, (_, r) => {
        const z = gaussianStream(
          streamState({seed, experiment: name, cell: "", replicate: from + r})
        );
        const counts = new Array<number>(bins).fill(0);
        const variance = temperature * timeStep;
        let theta = 0;
        for (let k = 0; k < steps; k++) {
          theta += -theta * timeStep + Math.sqrt(variance * (1 + growth * theta * theta)) * z();
          const bin = Math.floor((theta + reach) / width);
          if (k >= burnIn && bin >= 0 && bin < bins) counts[bin]++;
        }
        return counts.map(count => count / ((steps - burnIn) * width));
      }),
    table: results => {
      const rows = results.flat();
      const estimates = Array.from({length: bins}, (_, i) => estimate(rows.map(row => row[i])));
      return {
        low: Float64Array.from({length: bins}, (_, i) => i * width - reach),
        high: Float64Array.from({length: bins}, (_, i) => (i + 1) * width - reach),
        ...meanColumns("density", "standardError", estimates)
      };
    },
    vary: changes => {
      const changed: Record<string, number> = {...settings};
      for (const [key, text] of Object.entries(changes)) {
        if (!(key in changed))
          throw new RangeError(
            `setting must be one of ${Object.keys(settings).join(", ")}; got ${key}`
          );
        changed[key] = Number(text);
        if (!(changed[key] > 0)) throw new RangeError(`${key} must be positive; got ${text}`);
      }
      return stateDependentNoiseExperiment({...spec, settings: changed as typeof settings});
    }
  };
}
