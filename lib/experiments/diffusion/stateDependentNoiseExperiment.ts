import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {estimate} from "../../simulate/summary.js";
import {number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {replicateBlocks} from "../replicateBlocks.js";
import {scaledSteps} from "../scaledSteps.js";
import {settingIn} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

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
      const runs = results.flat();
      const rows = Array.from({length: bins}, (_, i) => ({
        i,
        density: estimate(runs.map(run => run[i]))
      }));
      return table(rows, {
        low: number(row => row.i * width - reach),
        high: number(row => (row.i + 1) * width - reach),
        density: number(row => row.density.mean),
        standardError: number(row => row.density.standardError)
      });
    },
    vary: changes =>
      stateDependentNoiseExperiment(
        withSettings(spec, changes, {
          afterBurnIn: 100,
          ranges: {timeStep: settingIn("(0, 1]", x => x > 0 && x <= 1)}
        })
      )
  };
}
