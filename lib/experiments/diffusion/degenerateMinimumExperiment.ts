import {numberIn} from "../../check.js";
import {drawTempered, isotropicStep, labelNoiseStep} from "../../diffusion/degenerateMinimum.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {integer, number, table, text} from "../columns.js";
import type {Column, Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {checkAscending} from "../relations.js";
import {replicateBlocks} from "../replicateBlocks.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Particles that start in the tempered posterior of ½θ₁²θ₂², under two kinds of noise. */
export interface DegenerateMinimumSpec extends ReplicatedHead {
  /** Means over particles, or the particles themselves. */
  readonly output: "means" | "particles";
  readonly settings: {
    readonly inverseTemperature: number;
    readonly learningRate: number;
    /** Updates at which the particles are looked at, ascending. */
    readonly times: readonly number[];
  };
}

const noises = ["isotropic", "label"] as const;
const blocks = 4;

interface Job {
  readonly noise: (typeof noises)[number];
  readonly from: number;
  readonly to: number;
}

/** Per particle: θ₁, θ₂ at each time. */
type Result = readonly (readonly number[])[];

/**
 * One row per noise and time with `loss`, β times the mean loss, `difference`, the mean |θ₁² − θ₂²|, and
 * `trace`, the mean trace of the Hessian on the line u = 0, θ₁² + θ₂², each with its standard error over
 * particles; or one row per noise, time and particle with `x` and `y`. Scale takes fewer particles.
 *
 * @throws RangeError unless times ascend and steps are short
 */
export function degenerateMinimumExperiment(spec: DegenerateMinimumSpec): Experiment<Job, Result> {
  const {name, seed, replicates, output, settings} = spec;
  const {inverseTemperature: beta, learningRate, times} = settings;
  checkAscending("times", times);
  // Longer steps leave the square by more than its width, or grow without end.
  const most = Math.min(1, beta / 25);
  numberIn(
    "learningRate",
    learningRate,
    `(0, min(1, inverseTemperature/25)] = (0, ${most}]`,
    x => x > 0 && x <= most
  );
  return {
    ...headOf(spec),
    spec: {replicates, output, ...settings},
    jobs: scale => {
      const n = Math.max(2 * blocks, Math.floor(replicates * scale));
      return noises.flatMap(noise => replicateBlocks(n, blocks).map(block => ({noise, ...block})));
    },
    describe: ({noise, from, to}) => `${noise} noise, particles ${from} to ${to - 1}`,
    cost: ({from, to}) => (to - from) * times[times.length - 1],
    run: ({noise, from, to}) => {
      const step = noise === "label" ? labelNoiseStep : isotropicStep;
      return Array.from({length: to - from}, (_, r) => {
        const address = {seed, experiment: name, replicate: from + r};
        let theta = drawTempered(uniforms({...address, cell: "start"}), beta);
        const normal = {next: gaussianStream(streamState({...address, cell: noise}))};
        const seen: number[] = [];
        let k = 0;
        for (const time of times) {
          for (; k < time; k++) theta = step(theta, learningRate, beta, normal);
          seen.push(...theta);
        }
        return seen;
      });
    },
    table: results => {
      const half = results.length / 2;
      const particles = [results.slice(0, half).flat(), results.slice(half).flat()];
      return output === "means" ? means(particles, beta, times) : cloud(particles, times);
    },
    vary: changes =>
      degenerateMinimumExperiment(
        withSettings(spec, changes, {
          words: {output: ["means", "particles"]},
          ranges: {
            replicates: wholeFrom(2 * blocks),
            inverseTemperature: settingIn("[10, 10⁶]", beta => beta >= 10 && beta <= 1e6)
          }
        })
      )
  };
}

function means(
  particles: readonly Result[],
  beta: number,
  times: readonly number[]
): Record<string, Column> {
  const rows = particles.flatMap((group, g) =>
    times.map((time, i) => {
      const mean = (f: (x: number, y: number) => number) =>
        estimate(group.map(seen => f(seen[2 * i], seen[2 * i + 1])));
      return {
        noise: noises[g],
        time,
        loss: mean((x, y) => (beta * x * x * y * y) / 2),
        difference: mean((x, y) => Math.abs(x * x - y * y)),
        trace: mean((x, y) => x * x + y * y)
      };
    })
  );
  return table(rows, {
    noise: text(row => row.noise),
    time: number(row => row.time),
    loss: number(row => row.loss.mean),
    lossError: number(row => row.loss.standardError),
    difference: number(row => row.difference.mean),
    differenceError: number(row => row.difference.standardError),
    trace: number(row => row.trace.mean),
    traceError: number(row => row.trace.standardError)
  });
}

function cloud(particles: readonly Result[], times: readonly number[]): Record<string, Column> {
  const rows = particles.flatMap((group, g) =>
    group.flatMap(seen =>
      times.map((time, i) => ({noise: noises[g], time, x: seen[2 * i], y: seen[2 * i + 1]}))
    )
  );
  return table(rows, {
    noise: text(row => row.noise),
    time: integer(row => row.time),
    x: number(row => row.x),
    y: number(row => row.y)
  });
}
