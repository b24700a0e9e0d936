import {square} from "../../elementary/square.js";
import {enumeratedMeans} from "../../noise/enumeratedMeans.js";
import {checkOutcomes, sampleCounts} from "../../noise/sampleCounts.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {checkBatches} from "../relations.js";
import {withSettings} from "../withSettings.js";

/** What a data set of n draws from a table leaves to a run of T batches, by enumeration. */
export interface TwoSourcesSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Gradients of the population's points, equally likely. */
  readonly population: readonly (readonly number[])[];
  readonly datasetSize: number;
  readonly batchSize: number;
  readonly steps: number;
}

interface Job {
  readonly scheme: "with" | "without";
  readonly steps: number;
}

interface Result {
  readonly batch: number;
  readonly sampling: number;
  readonly total: number;
  readonly visited: number;
}

/**
 * E‖Σ_{k≤T} ν‖²/Tr Σ_pop over every data set and every sequence of T batches of it, for ν the batch
 * noise g_B − gₙ, the sampling noise gₙ − g, and both; beside the formulas
 *
 *     batch T c,  c = (n−1)/(nB) with replacement, (1 − B/n)/B without;   sampling T²/n;   total their sum
 *
 * Source: notes, §1.8.1–1.8.2 and Proposition 1.3; Fisher, (23).
 */
export function twoSourcesExperiment(spec: TwoSourcesSpec): Experiment<Job, Result> {
  const {name, title, source, datasetSize: n, batchSize: b, steps} = spec;
  const population = spec.population.map(row => [...row]);
  checkBatches("b", b, {most: n, bound: "datasetSize"});
  for (const [samples, draws] of [
    [population.length, n],
    [n, b * steps]
  ])
    checkOutcomes({samples, draws});
  const d = population[0].length;
  const g = Array.from(
    {length: d},
    (_, j) => population.reduce((s, row) => s + row[j], 0) / population.length
  );
  const trace =
    population.reduce((s, row) => s + row.reduce((t, x, j) => t + square(x - g[j]), 0), 0) /
    population.length;
  const jobs = (["with", "without"] as const).flatMap(scheme =>
    Array.from({length: steps}, (_, k): Job => ({scheme, steps: k + 1}))
  );
  return {
    name,
    title,
    source,
    seed: 0,
    spec: {population, datasetSize: n, batchSize: b, steps},
    jobs: () => jobs,
    describe: job => `${job.scheme}, T = ${job.steps}`,
    cost: job => job.steps,
    run: ({scheme, steps: t}) => {
      const sums = {batch: 0, sampling: 0, total: 0, visited: 0};
      for (const {counts, probability} of sampleCounts({
        samples: population.length,
        batchSize: n,
        scheme: "with"
      })) {
        const data = counts.flatMap((c, i) => Array.from({length: c}, () => population[i]));
        const own = Array.from({length: d}, (_, j) => data.reduce((s, x) => s + x[j], 0) / n);
        for (const outcome of enumeratedMeans(data, {batchSize: b, steps: t, scheme}).outcomes) {
          const weight = (probability * outcome.probability * square(t)) / trace;
          for (let j = 0; j < d; j++) {
            sums.batch += weight * square(outcome.mean[j] - own[j]);
            sums.sampling += weight * square(own[j] - g[j]);
            sums.total += weight * square(outcome.mean[j] - g[j]);
          }
          sums.visited++;
        }
      }
      return sums;
    },
    table: results => {
      const rows = results.flatMap((result, k) => {
        const {scheme, steps: t} = jobs[k];
        const batch = (t * (scheme === "with" ? (n - 1) / n : 1 - b / n)) / b;
        const exact = {batch, sampling: square(t) / n, total: batch + square(t) / n};
        return (["batch", "sampling", "total"] as const).map(part => ({
          scheme,
          steps: t,
          part,
          visited: result.visited,
          enumerated: result[part],
          exact: exact[part]
        }));
      });
      return table(rows, {
        scheme: text(row => row.scheme),
        steps: integer(row => row.steps),
        part: text(row => row.part),
        visited: integer(row => row.visited),
        enumerated: number(row => row.enumerated),
        exact: number(row => row.exact)
      });
    },
    vary: changes => twoSourcesExperiment(withSettings(spec, changes, {short: {b: "batchSize"}}))
  };
}
