import {numberIn} from "../../check.js";
import {centredChiSquare} from "../../random/centredChiSquare.js";
import type {UniformSource} from "../../random/source.js";
import {studentT} from "../../random/studentT.js";
import {uniforms} from "../../random/uniforms.js";
import {settledShare} from "../../stationary/settledShare.js";
import {number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Noises that are not Gaussian, with mean zero, by name. */
const noiseShapes = {
  "student-t": {draw: (source: UniformSource) => studentT(source, 4), variance: 2},
  "chi-square": {draw: (source: UniformSource) => centredChiSquare(source, 3), variance: 6}
} as const;

export type NoiseShape = keyof typeof noiseShapes;

export interface ShapedNoiseSpec extends ReplicatedHead {
  readonly shapes: readonly NoiseShape[];
  /** In (0, 2); the curvature is 1. */
  readonly learningRates: readonly number[];
  readonly steps: number;
}

interface Job {
  readonly shape: NoiseShape;
  readonly learningRate: number;
  readonly from: number;
  readonly to: number;
}

/** What a job keeps of θ after the last step: sums over its replicates. */
interface Sums {
  readonly second: number;
  readonly fourth: number;
}

/** Replicates of a job: few enough that the work spreads over workers. */
const block = 2500;

/**
 * θ ← θ − η(θ + n) from θ = 0 with n of Student's t law with four degrees of freedom (variance 2) or
 * centred χ² with three (variance 6): one row per shape and rate, `variance` ± `standardError` the mean
 * of θ² after the last step over independent replicates. Source: finite-rate, Figure 8.
 *
 * Under t noise θ⁴ has no mean, but θ² is in the domain of attraction of the normal law, where the
 * studentised mean is asymptotically normal (Giné, Götze and Mason 1997); slowly.
 *
 * @throws RangeError on a learning rate outside (0, 2)
 */
export function shapedNoiseExperiment(spec: ShapedNoiseSpec): Experiment<Job, Sums> {
  const {name, seed, shapes, learningRates, steps} = spec;
  for (const rate of learningRates) numberIn("learningRates", rate, "(0, 2)", x => x > 0 && x < 2);
  const cells = shapes.flatMap(shape => learningRates.map(rate => ({shape, rate})));
  const count = (scale: number) => Math.max(100, Math.round(spec.replicates * scale));
  const jobsAt = (scale: number): Job[] =>
    cells.flatMap(({shape, rate}) => {
      const jobs: Job[] = [];
      for (let from = 0; from < count(scale); from += block)
        jobs.push({shape, learningRate: rate, from, to: Math.min(from + block, count(scale))});
      return jobs;
    });
  return {
    ...headOf(spec),
    spec: {
      shapes: [...shapes],
      learningRates: [...learningRates],
      steps,
      replicates: spec.replicates
    },
    jobs: jobsAt,
    describe: ({shape, learningRate}) => `${shape}, η = ${learningRate}`,
    cost: ({from, to}) => (to - from) * steps,
    run: ({shape, learningRate, from, to}) => {
      const {draw} = noiseShapes[shape];
      const cell = `shape=${shape}, eta=${learningRate}`;
      let [second, fourth] = [0, 0];
      for (let replicate = from; replicate < to; replicate++) {
        const stream = uniforms({seed, experiment: name, cell, replicate});
        let theta = 0;
        for (let t = 0; t < steps; t++) theta -= learningRate * (theta + draw(stream));
        const square = theta * theta;
        second += square;
        fourth += square * square;
      }
      return {second, fourth};
    },
    table: (results, scale) => {
      const jobs = jobsAt(scale);
      const n = count(scale);
      const rows = cells.map(({shape, rate}) => {
        let [second, fourth] = [0, 0];
        for (const [k, job] of jobs.entries())
          if (job.shape === shape && job.learningRate === rate) {
            second += results[k].second;
            fourth += results[k].fourth;
          }
        const variance = second / n;
        const standardError = Math.sqrt((fourth / n - variance * variance) / (n - 1));
        return {shape, rate, variance, standardError};
      });
      return table(rows, {
        shape: text(row => row.shape),
        learningRate: number(row => row.rate),
        variance: number(row => row.variance),
        standardError: number(row => row.standardError)
      });
    },
    expected: scale => ({
      variance: {
        standardError: "standardError",
        replicates: count(scale),
        value: ({shape, learningRate: eta}) => {
          const decay = (1 - Number(eta)) * (1 - Number(eta));
          const limit =
            noiseShapes[shape as NoiseShape].variance * (Number(eta) / (2 - Number(eta)));
          return limit * settledShare({decay, steps});
        }
      }
    }),
    vary: changes =>
      shapedNoiseExperiment(
        withSettings(spec, changes, {
          words: {shapes: Object.keys(noiseShapes)},
          ranges: {replicates: wholeFrom(100)}
        })
      )
  };
}
