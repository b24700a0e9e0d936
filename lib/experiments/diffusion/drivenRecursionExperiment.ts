import {estimate} from "../../simulate/summary.js";
import {burnIn, cellDrives, type DrivenCell, skippedUpdates} from "../../stationary/drivenCell.js";
import {drivenVarianceRatio} from "../../stationary/drivenVarianceRatio.js";
import {type Drive, noiseDrive} from "../../stationary/noiseDrive.js";
import {number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

export interface DrivenRecursionSpec extends ReplicatedHead {
  readonly cells: readonly DrivenCell[];
}

interface Job {
  readonly cell: DrivenCell;
  readonly replicates: number;
  readonly updates: number;
}

/** E θ² over replicates with its standard error, after so many updates that count. */
interface Result {
  readonly updates: number;
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Mean of θ² over what the white-noise diffusion predicts, η/2 at h = 1, for θ ← θ − η(θ − ξ) with noise
 * of unit variance: one row per cell, `ratio` ± `standardError` over independent replicates.
 *
 * "momentum" is heavy ball with µ = knob, "growing" noise of variance 1 + knob·θ²/(η/2), "decaying" a
 * rate ηₖ = η/(1 + k/K) with knob = ηK, its ratio taken with the rate of each update, from k = 4K on.
 * Scale shortens the runs; below a tenth there are fewer of them, as the burn-in keeps its length.
 *
 * @throws RangeError as `drivenVarianceRatio`
 */
export function drivenRecursionExperiment(spec: DrivenRecursionSpec): Experiment<Job, Result> {
  const {name, seed, replicates, cells} = spec;
  // Refuses knobs and steps without a stationary law.
  for (const cell of cells) drivenVarianceRatio({...cell, updates: 1});
  const runsAt = (scale: number) => Math.max(8, Math.floor(replicates * Math.min(1, 10 * scale)));
  const label = ({drive, knob, step}: DrivenCell) => `${drive} ${knob} step=${step}`;
  return {
    ...headOf(spec),
    spec: {replicates, cells: [...cells]},
    jobs: scale =>
      cells.map(cell => ({
        cell,
        replicates: runsAt(scale),
        updates: updatesAt(cell, scale)
      })),
    describe: ({cell}) => label(cell),
    cost: ({cell, replicates, updates}) => replicates * (burnIn(cell.step) + updates),
    run: ({cell, replicates, updates}) => {
      const skipped = skippedUpdates(cell);
      const ratios = Float64Array.from({length: replicates}, (_, replicate) => {
        const kind = isDrive(cell.drive) ? cell.drive : "white";
        const next = noiseDrive(
          kind,
          cell.knob,
          {seed, experiment: name, cell: label(cell), replicate},
          skipped + updates
        );
        return meanRatio(cell, next, skipped, updates);
      });
      const {mean, standardError} = estimate(ratios);
      return {updates, mean, standardError};
    },
    table: results =>
      table(
        // What has run, which a scale may have shortened.
        cells.map((cell, c) => ({...cell, ...results[c]})),
        {
          drive: text(row => row.drive),
          knob: number(row => row.knob),
          step: number(row => row.step),
          updates: number(row => row.updates),
          ratio: number(row => row.mean),
          standardError: number(row => row.standardError)
        }
      ),
    expected: scale => ({
      ratio: {
        standardError: "standardError",
        replicates: runsAt(scale),
        value: row => drivenVarianceRatio(row as unknown as DrivenCell)
      }
    }),
    vary: changes =>
      drivenRecursionExperiment(
        withSettings(spec, changes, {
          words: {drive: cellDrives},
          ranges: {replicates: wholeFrom(8)}
        })
      )
  };
}

/** Whole epochs, where there are epochs. */
function updatesAt({drive, knob, updates}: DrivenCell, scale: number): number {
  const epoch = drive === "reshuffled" ? knob : 1;
  return epoch * Math.max(1, Math.floor((updates * scale) / epoch));
}

const isDrive = (drive: DrivenCell["drive"]): drive is Drive =>
  drive !== "momentum" && drive !== "growing" && drive !== "decaying";

function meanRatio(
  {drive, knob, step}: DrivenCell,
  next: () => number,
  skipped: number,
  updates: number
): number {
  const memory = drive === "momentum" ? knob : 0;
  const growth = drive === "growing" ? (2 * knob) / step : 0;
  const slowing = drive === "decaying" ? step / knob : 0;
  let [theta, buffer, sum] = [0, 0, 0];
  for (let k = 0; k < skipped + updates; k++) {
    const rate = step / (1 + k * slowing);
    const noise = Math.sqrt(1 + growth * theta * theta) * next();
    buffer = memory * buffer + theta - noise;
    theta -= rate * buffer;
    if (k >= skipped) sum += (theta * theta) / rate;
  }
  return (2 * sum) / updates;
}
