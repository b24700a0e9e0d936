import * as directions from "../../../src/figures/budgets/directions.js";
import * as frozen from "../../../src/figures/budgets/metric.js";
import type {Examples} from "../gallery.js";
import {pageRows} from "../pageRows.js";
import {sweep} from "../sweep.js";

export const budgets: Examples = {
  "budgets/metric": async () =>
    [
      {angle: 60, curvature: 20, metric: 50},
      {angle: 0, curvature: 1, metric: 1},
      {angle: 44, curvature: 50, metric: 100}
    ].flatMap(asked => [frozen.againstAngle(asked), frozen.twoErrors(asked)]),
  "budgets/directions": async () => {
    const source = {table: "sweep", experiment: "decaying-steps", scale: 0.2};
    const rows = await pageRows("budgets/directions", "groups", source);
    const {spec} = await sweep(source.experiment, source.scale);
    return [
      directions.ratiosOfRepetitions(
        rows as unknown as directions.GroupRow[],
        spec as directions.DecayingRun
      ),
      ...[
        {angle: 60, ratio: 10, flat: 0.1},
        {angle: 0, ratio: 1, flat: 1},
        {angle: 180, ratio: 20, flat: 0.02}
      ].map(directions.turnedNoise)
    ];
  }
};
