import {type RuleRow, rulesChart} from "../../../src/figures/rules.js";
import {comparison} from "../../../src/figures/sampling/compare.js";
import * as inventory from "../../../src/figures/sampling/inventory.js";
import * as queue from "../../../src/figures/sampling/queue.js";
import * as scenarios from "../../../src/figures/sampling/scenarios.js";
import * as stream from "../../../src/figures/sampling/stream.js";
import {loadedOnce} from "../../data/loaded.js";
import type {Examples} from "../gallery.js";
import {sweep} from "../sweep.js";

/** What the rules for the batch left in one of the problems. */
const rulesOf = async (problem: string): Promise<RuleRow[]> =>
  (await sweep(`sampling-${problem}`)).rows.map(
    row => ({...row, version: `${problem}: ${row["version"]}`}) as unknown as RuleRow
  );

/** A figure of these rules at a choice. */
const rulesAt = (rows: readonly RuleRow[], version: string, budget: string) =>
  rulesChart({version, budget}, 20, "Rows of dots.")(rows);

export const sampling: Examples = {
  "sampling/compare": async () => {
    const problems = ["queue", "inventory", "scenarios", "stream"];
    const rows = (await Promise.all(problems.map(rulesOf))).flat();
    return [1024, 4096].map(budget => comparison(rows, {budget, replicates: 20}));
  },
  "sampling/inventory": async () => {
    const {rows} = await sweep("sampling-inventory-rest");
    const year = await sweep("shop-year");
    const sold = year.rows.map(row => Number(row["classic"]));
    return [
      inventory.restingCost(rows as unknown as inventory.RestRow[]),
      ...[
        {days: "7", batch: 0, rate: -1},
        {days: "3", batch: 0, rate: -2.5},
        {days: "365", batch: 5, rate: 0}
      ].map(settings => inventory.lawOfOrders(sold, settings).chart)
    ];
  },
  "sampling/scenarios": async () => {
    const {rows, spec} = await sweep("sampling-scenarios-reuse");
    const days = (await sweep("heating-days")).rows.map(
      row => [Number(row["seattle"]), Number(row["newYork"])] as const
    );
    return [
      scenarios.reusedRisk(rows as unknown as scenarios.ReuseRow[]),
      ...["at random", "in a row"].map(
        drawn =>
          scenarios.plans(days, spec as Parameters<typeof scenarios.plans>[1], {
            scenarios: "96",
            drawn
          }).chart
      )
    ];
  },
  "sampling/queue": async () => {
    const rules = await rulesOf("queue");
    const {rows} = await sweep("queue-gradients");
    const settings = (await loadedOnce("data/sampling-queue.arrow.ts")).experiment.spec;
    const line = settings as unknown as Parameters<typeof queue.liveRuns>[0];
    const noises = rows as unknown as queue.NoiseRow[];
    return [
      ...[
        {customers: "10", rate: "2"},
        {customers: "40", rate: "1.5"}
      ].map(chosen => queue.gradientNoise(noises, chosen)),
      ...[
        {estimator: "perturbation", batch: 2, share: 5},
        {estimator: "likelihood ratio", batch: 8, share: 1}
      ].map(asked => queue.serviceRates(queue.liveRuns(line, asked), line)),
      ...["queue: perturbation", "queue: departures"].map(version =>
        rulesAt(rules, version, "4096")
      )
    ];
  },
  "sampling/stream": async () => {
    const {rows} = await sweep("stream-windows");
    const passes = rows as unknown as stream.Pass[];
    return [
      ...["1", "64", "1024"].map(b => stream.excessLoss(passes, {b}, 2)),
      ...[
        {drift: -5, window: 6},
        {drift: -2, window: 10},
        {drift: -8, window: 0}
      ].map(stream.wanderingRisk),
      rulesAt(await rulesOf("stream"), "stream: in order", "1024")
    ];
  }
};
