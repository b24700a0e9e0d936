import {sandwichCovariance} from "../../noise/sandwichCovariance.js";
import {unequalErrors} from "../../problems/unequalErrors.js";
import {normals} from "../../random/normals.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {withSettings} from "../withSettings.js";

/** Estimators of a misspecified model over many data sets. */
export interface SandwichSpec extends ExperimentHead {
  readonly skews: readonly number[];
  /** Samples per data set, over four. */
  readonly repeats: number;
  /** Data sets per skew at scale 1. */
  readonly dataSets: number;
}

interface Job {
  readonly skew: number;
  readonly dataSets: number;
}

const entries = [
  [0, 0],
  [0, 1],
  [1, 1]
] as const;

type Result = readonly {readonly mean: number; readonly standardError: number}[];

/**
 * n·Cov θ̂ over data sets for the model of `unequalErrors`: one row per skew and entry (1 1, 1 2, 2 2),
 * `measured` ± `standardError`, the mean of n θ̂ᵢθ̂ⱼ over data sets (E θ̂ = 0 exactly).
 */
export function sandwichExperiment(spec: SandwichSpec): Experiment<Job, Result> {
  const {name, seed, skews, repeats, dataSets} = spec;
  const rows = skews.flatMap(skew => entries.map(([i, j]) => ({skew, i, j})));
  const dataSetsAt = (scale: number) => Math.max(2, Math.floor(dataSets * scale));
  return {
    ...headOf(spec),
    spec: {skews: [...skews], repeats, dataSets},
    jobs: scale => skews.map(skew => ({skew, dataSets: dataSetsAt(scale)})),
    describe: ({skew}) => `skew ${skew}`,
    cost: job => job.dataSets,
    run: ({skew, dataSets}) => {
      const address = {seed, experiment: name, cell: `skew=${skew}`, replicate: 0};
      const values = unequalErrors({skew}).estimates({
        dataSets,
        repeats,
        source: normals(uniforms(address))
      });
      return entries.map(([i, j]) => {
        const products = new Float64Array(dataSets);
        for (let k = 0; k < dataSets; k++) products[k] = values[2 * k + i] * values[2 * k + j];
        const {mean, standardError} = estimate(products);
        return {mean, standardError};
      });
    },
    table: results => {
      const all = results.flat();
      return table(
        rows.map((row, k) => ({...row, ...all[k]})),
        {
          skew: number(row => row.skew),
          row: integer(row => row.i + 1),
          column: integer(row => row.j + 1),
          measured: number(row => row.mean),
          standardError: number(row => row.standardError)
        }
      );
    },
    expected: scale => ({
      measured: {
        standardError: "standardError",
        replicates: dataSetsAt(scale),
        value: ({skew, row, column}) => {
          const {hessian, noise} = unequalErrors({skew: Number(skew)});
          return sandwichCovariance(hessian, noise).get(Number(row) - 1, Number(column) - 1);
        }
      }
    }),
    vary: changes => sandwichExperiment(withSettings(spec, changes))
  };
}
