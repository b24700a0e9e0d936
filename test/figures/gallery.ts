import type {Chart} from "../../src/components/chart/declaration.js";
import * as plateau from "../../src/figures/diffusion/plateau.js";
import * as effectiveLoss from "../../src/figures/finite-rate/effective-loss.js";
import * as noise from "../../src/figures/finite-rate/noise.js";
import * as alignment from "../../src/figures/noise/alignment.js";
import * as conditioning from "../../src/figures/noise/conditioning.js";
import * as estimating from "../../src/figures/noise/estimating.js";
import * as geometry from "../../src/figures/noise/geometry.js";
import * as setup from "../../src/figures/noise/setup.js";
import * as twoSources from "../../src/figures/noise/two-sources.js";
import * as inventory from "../../src/figures/sampling/inventory.js";
import * as scenarios from "../../src/figures/sampling/scenarios.js";
import {sweep} from "./sweep.js";

/** Figures of pages with rows of small runs, by the page: what the tests of all figures look at. */
export async function gallery(
  only: readonly string[] = declaredPages
): Promise<ReadonlyMap<string, readonly Chart[]>> {
  const pages = new Map<string, readonly Chart[]>();
  for (const page of only) pages.set(page, await examples[page]());
  return pages;
}

const examples: Readonly<Record<string, () => Promise<readonly Chart[]>>> = {
  "noise/setup": async () => {
    const {rows} = await sweep("sampling-schemes", 1);
    const oracles = [
      {scheme: "without replacement", samples: 6, batch: 2, away: 1},
      {scheme: "reshuffled epochs", samples: 6, batch: 4, away: 2},
      {scheme: "with replacement", samples: 4, batch: 1, away: 0}
    ];
    return [
      ...oracles.map(settings => setup.answers(setup.oracle(settings))),
      setup.accumulatedVariance(rows as unknown as setup.SchemeRow[]),
      setup.equalStrength()
    ];
  },
  "noise/two-sources": async () => {
    const {rows} = await sweep("two-sources", 1);
    const settings = [
      {scheme: "with replacement", samples: 5, batch: 3, draw: 1},
      {scheme: "without replacement", samples: 3, batch: 2, draw: 4}
    ];
    return [
      ...settings.map(each => twoSources.twoClouds(twoSources.drawn(each))),
      twoSources.accumulatedNoise(rows as unknown as twoSources.SourceRow[])
    ];
  },
  "noise/alignment": async () => {
    const {rows} = await sweep("alignment", 0.02);
    const penguins = await sweep("penguin-gradients", 1);
    const psi = penguins.rows.map(row => alignment.parameters.map(name => Number(row[name])));
    const asked = [
      {scheme: "without replacement", batch: 7, first: "flipper length", second: "body mass"},
      {scheme: "fresh data each time", batch: 0, first: "intercept", second: "culmen depth"}
    ];
    const entries = rows as unknown as (alignment.Entry & alignment.Cell)[];
    const cells = new Map(entries.map(cell => [`${cell.scheme} ${cell.b}`, cell]));
    return [
      ...asked.map(each => {
        const {scheme, b} = alignment.cellOf(each);
        const own = entries.filter(row => row.scheme === scheme && row.b === b);
        return alignment.gradientCloud(own, each, psi);
      }),
      alignment.distances([...cells.values()], psi.length)
    ];
  },
  "noise/geometry": async () => {
    const {rows} = await sweep("sandwich", 0.02);
    return [
      ...[
        [0.6, 1],
        [0, 0.5],
        [-0.9, 2]
      ].map(([skew, loss]) => geometry.estimates({skew, loss})),
      geometry.sandwichEntries(rows as unknown as geometry.SandwichRow[], 1000),
      geometry.scoreMoments()
    ];
  },
  "noise/conditioning": async () => {
    const {rows} = await sweep("conditioning", 1);
    return [
      conditioning.threeLevels({batch: 6, data: 12, separation: 1.5}),
      conditioning.threeLevels({batch: 12, data: 12, separation: 3}),
      conditioning.levelVariances(rows as unknown as conditioning.LevelRow[])
    ];
  },
  "noise/estimating": async () => {
    const {rows} = await sweep("estimating", 0.1);
    const all = rows as unknown as estimating.EstimatingRow[];
    const guessing = [
      {estimator: "plug-in", samples: 5, alpha: 0.2, angle: 35},
      {estimator: "diagonal", samples: 3, alpha: 0.2, angle: 90},
      {estimator: "moving average, mean after", samples: 9, alpha: 0.8, angle: 0}
    ];
    return [
      ...guessing.map(estimating.estimatesAround),
      estimating.errorAgainstSamples(all),
      estimating.movingLimits(all)
    ];
  },
  "diffusion/plateau": async () => {
    const {rows, spec} = await sweep("plateau", 0.05);
    const replay = await sweep("plateau-replay", 0.05);
    const run = spec as plateau.PlateauRun;
    const swept = rows.map(row => ({...row, expected: row["expectedRisk"]}));
    return [
      plateau.riskAgainstHorizon(
        swept as unknown as plateau.Swept[],
        run,
        plateau.ofTable4(replay.rows as unknown as plateau.Replayed[])
      ),
      ...[0, 1, 2].map(power => plateau.plateauRatio({power, seed: 1}, run))
    ];
  },
  "finite-rate/noise": async () => {
    const {rows} = await sweep("shaped-noise", 0.05);
    const shaped = rows.map(row => ({...row, expected: row["expectedVariance"]}));
    return [
      ...[
        [0, 1.6],
        [1, 1.6],
        [0.5, 0.1]
      ].map(([share, rate]) => noise.mixture({share, rate}).picture.chart),
      ...[1, 4, 128].map(noise.regressionVariance),
      noise.shapedVariance(shaped as unknown as noise.ShapedRow[], 500)
    ];
  },
  "finite-rate/effective-loss": async () => {
    const {rows, spec} = await sweep("one-dimension-white", 0.1);
    return [
      effectiveLoss.effectiveCurvature(
        rows as unknown as effectiveLoss.WhiteRow[],
        spec as effectiveLoss.WhiteProblem
      ),
      ...[
        [0.1, 0.3],
        [1.5, 0.3],
        [1.9, 0.1]
      ].map(([rate, ratio]) => effectiveLoss.valley({rate, ratio}).picture.chart)
    ];
  },
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

/** The pages of which there are examples. */
export const declaredPages: readonly string[] = Object.keys(examples);
