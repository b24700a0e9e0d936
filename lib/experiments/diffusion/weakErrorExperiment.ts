import {integer} from "../../check.js";
import {gaussianNoise, skewedNoise} from "../../diffusion/circleSgd.js";
import {type WeakErrors, weakErrors} from "../../diffusion/weakErrors.js";
import {cos} from "../../elementary/cos.js";
import {sin} from "../../elementary/sin.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** How the noise changes while the learning rate is halved. */
export interface WeakErrorSeries {
  readonly name: string;
  /** τ = η/b for a batch size b, or the same τ throughout. */
  readonly fixed: {readonly batchSize: number} | {readonly temperature: number};
  readonly noise: "gaussian" | "skewed";
  readonly growth: number;
  /** How many Fourier modes resolve it. */
  readonly modes: number;
}

/** SGD on L = 1 − cos θ at learning rates T/4, T/8, …, against its continuous stand-ins. */
export interface WeakErrorSpec extends ExperimentHead {
  /** Runs that are simulated at each of the first `simulatedLevels` learning rates. */
  readonly replicates: number;
  readonly settings: {
    readonly start: number;
    readonly time: number;
    readonly levels: number;
    readonly simulatedLevels: number;
    readonly series: readonly WeakErrorSeries[];
  };
}

interface Job {
  readonly index: number;
  readonly level: number;
  readonly runs: number;
}
type Result = WeakErrors & {simulated: number; standardError: number};

/**
 * Mean loss at time T: exact for SGD and for what replaces it, and simulated where a simulation can tell
 * them apart. One row per series and learning rate. Scale shortens the simulation.
 *
 * @throws RangeError on more simulated levels than there are
 */
export function weakErrorExperiment(spec: WeakErrorSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {start, time, levels, simulatedLevels, series} = settings;
  integer("simulatedLevels", simulatedLevels, 1, levels);
  const updatesAt = (level: number) => 4 << level;
  const rate = (level: number) => time / updatesAt(level);
  const runsAt = (scale: number) => Math.max(100, Math.floor(replicates * scale));
  const temperature = ({fixed}: WeakErrorSeries, level: number) =>
    "batchSize" in fixed ? rate(level) / fixed.batchSize : fixed.temperature;
  const rows = series.flatMap((_, index) =>
    Array.from({length: levels}, (_, level) => ({index, level}))
  );
  return {
    ...headOf(spec),
    spec: {
      replicates,
      ...settings,
      series: series.map(each => ({...each, fixed: {...each.fixed}}))
    },
    jobs: scale =>
      rows.map(({index, level}) => ({
        index,
        level,
        runs: level < simulatedLevels ? runsAt(scale) : 0
      })),
    describe: ({index, level}) => `${series[index].name}, η = T/${updatesAt(level)}`,
    cost: ({level, runs}) => 3e6 + runs * updatesAt(level),
    run: ({index, level, runs}) => {
      const {growth, modes, noise} = series[index];
      const [eta, tau] = [rate(level), temperature(series[index], level)];
      const exact = weakErrors(
        {growth, start, time, modes},
        {
          learningRate: eta,
          temperature: tau,
          noise: noise === "skewed" ? skewedNoise : gaussianNoise
        }
      );
      if (runs === 0) return {...exact, simulated: Number.NaN, standardError: Number.NaN};
      const address = {seed, experiment: name, cell: `${index}, ${level}`, replicate: 0};
      const uniform = uniforms(address);
      const zeta =
        noise === "skewed"
          ? () => (uniform.next() < 0.2 ? 2 : -0.5)
          : gaussianStream(streamState(address));
      const kick = Math.sqrt(eta * tau);
      const losses = Float64Array.from({length: runs}, () => {
        let theta = start;
        for (let k = 0; k < updatesAt(level); k++) {
          const amplitude = growth === 0 ? 1 : 1 + growth * cos(theta);
          theta -= eta * sin(theta) + kick * amplitude * zeta();
        }
        return 1 - cos(theta);
      });
      const {mean, standardError} = estimate(losses);
      return {...exact, simulated: mean, standardError};
    },
    table: results =>
      table(
        rows.map((row, k) => ({...row, ...results[k]})),
        {
          series: text(({index}) => series[index].name),
          learningRate: number(({level}) => rate(level)),
          temperature: number(({index, level}) => temperature(series[index], level)),
          sgd: number(row => row.sgd),
          ode: number(row => row.ode),
          sde: number(row => row.sde),
          modified: number(row => row.modified),
          moments: number(row => row.moments),
          secondOrder: number(row => row.secondOrder),
          simulated: number(row => row.simulated),
          standardError: number(row => row.standardError)
        }
      ),
    expected: scale => ({
      simulated: {
        standardError: "standardError",
        replicates: runsAt(scale),
        value: row =>
          Number(row["learningRate"]) >= rate(simulatedLevels - 1) ? Number(row["sgd"]) : Number.NaN
      }
    }),
    vary: changes =>
      weakErrorExperiment(
        withSettings(spec, changes, {
          words: {noise: ["gaussian", "skewed"]},
          ranges: {
            replicates: wholeFrom(100),
            levels: settingIn("[1, 20]", n => Number.isInteger(n) && n >= 1 && n <= 20)
          }
        })
      )
  };
}
