import * as inventory from "../../../src/figures/sampling/inventory.js";
import * as scenarios from "../../../src/figures/sampling/scenarios.js";
import type {Examples} from "../gallery.js";
import {sweep} from "../sweep.js";

export const sampling: Examples = {
  "sampling/inventory": async () => {
    const {rows} = await sweep("sampling-inventory-rest", 0.05);
    const year = await sweep("shop-year", 1);
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
    const {rows, spec} = await sweep("sampling-scenarios-reuse", 0.05);
    const days = (await sweep("heating-days", 1)).rows.map(
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
  }
};
