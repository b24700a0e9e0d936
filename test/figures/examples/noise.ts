import * as alignment from "../../../src/figures/noise/alignment.js";
import * as conditioning from "../../../src/figures/noise/conditioning.js";
import * as estimating from "../../../src/figures/noise/estimating.js";
import {movingLimits} from "../../../src/figures/noise/estimatingAverages.js";
import * as dependent from "../../../src/figures/noise/exchangeability.js";
import * as geometry from "../../../src/figures/noise/geometry.js";
import * as misfit from "../../../src/figures/noise/misspecification.js";
import * as setup from "../../../src/figures/noise/setup.js";
import * as twoSources from "../../../src/figures/noise/two-sources.js";
import type {Examples} from "../gallery.js";
import {expecting, sweep} from "../sweep.js";

export const noise: Examples = {
  "noise/setup": async () => {
    const {rows} = await sweep("sampling-schemes");
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
    const {rows} = await sweep("two-sources");
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
    const {rows} = await sweep("alignment");
    const penguins = await sweep("penguin-gradients");
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
    const {rows} = await sweep("sandwich");
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
    const {rows} = await sweep("conditioning");
    return [
      conditioning.threeLevels({batch: 6, data: 12, separation: 1.5}),
      conditioning.threeLevels({batch: 12, data: 12, separation: 3}),
      conditioning.levelVariances(rows as unknown as conditioning.LevelRow[])
    ];
  },
  "noise/estimating": async () => {
    const {rows, spec} = await sweep("estimating");
    const all = rows as unknown as estimating.EstimatingRow[];
    const guessing = [
      {estimator: "plug-in", samples: 5, alpha: 0.2, angle: 35},
      {estimator: "diagonal", samples: 3, alpha: 0.2, angle: 90},
      {estimator: "moving average, mean after", samples: 9, alpha: 0.8, angle: 0}
    ];
    return [
      ...guessing.map(estimating.estimatesAround),
      estimating.errorAgainstSamples(all, spec as unknown as estimating.EstimatedRun),
      movingLimits(all)
    ];
  },
  "noise/misspecification": async () => {
    const {rows, spec} = await sweep("misspecification");
    const run = spec as misfit.MisfitRun;
    return [
      misfit.relativeErrors(rows as unknown as misfit.MisfitRow[], run),
      ...[
        {length: 1, square: 0, dimension: 5},
        {length: 3, square: 2, dimension: 2},
        {length: 0.25, square: 0, dimension: 20}
      ].map(asked => misfit.againstBatches(asked, run))
    ];
  },
  "noise/exchangeability": async () => {
    const {rows, spec} = await sweep("exchangeability");
    const swept = expecting(rows, "variance") as unknown as dependent.FaultRow[];
    return [
      dependent.againstExcess(swept, spec as dependent.DependentRun),
      ...[
        {rho: 0.01, keep: 0, flat: 0.05},
        {rho: 0.05, keep: 0.95, flat: 0.5},
        {rho: 0, keep: 0, flat: 0.01}
      ].map(dependent.againstBatch)
    ];
  }
};
