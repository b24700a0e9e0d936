import {metricDrift} from "../../lib/budgets/metricDrift.js";
import {concentrated, heated, metrics} from "../cases/lemma.js";
import {definite, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

type Rows = readonly (readonly number[])[];

const plus = (a: Rows, b: Rows) => a.map((row, i) => row.map((x, j) => x + b[i][j]));
const unit = [
  [1.2, 0],
  [0, 1.2]
];

/** Σ − Σ̃ has no negative eigenvalue, nor is Tr F(Σ − Σ̃) negative. */
export const nothingNegative = (): Numbers =>
  Object.fromEntries(pairs.map(({name}) => [name, [0, 0]]));

const drifts = (of: (drift: ReturnType<typeof metricDrift>) => number): Numbers =>
  Object.fromEntries(
    [
      ["round", metrics.round, plus(metrics.round, metrics.change)] as const,
      ["stretched", metrics.stretched, plus(metrics.stretched, metrics.change)] as const,
      ["d = 3", metrics.larger, plus(metrics.larger, definite("metric change", 3))] as const
    ].map(([name, frozen, F]) => [name, [of(metricDrift(F, frozen))]])
  );
export const driftBound = () => drifts(({bound}) => bound);
export const driftMonitor = () => drifts(({monitor}) => monitor);

const monitorOf = (frozen: Rows): Numbers => ({
  ε: [metricDrift(plus(frozen, metrics.change), frozen).monitor]
});
export const monitorRound = () => monitorOf(unit);
export const monitorStretched = () => monitorOf(metrics.stretched);
export const monitorHalved = (): Numbers => ({ε: [monitorRound()["ε"][0] / 2]});

const heat = (most: number, batches: readonly number[]): Numbers =>
  Object.fromEntries(batches.map(b => [`b = ${b}`, heated.curvatures.map(() => most)]));
export const coolSmall = () => heat(2, heated.small);
export const coolLarge = () => heat(2, heated.large);
export const continuousHeat = () => heat(1, heated.small);

/** All directions of the subspace contract alike. */
export const alike = (): Numbers => ({"second over first": [1]});
export const asCurvature = (): Numbers => ({
  "second over first": [
    ((1 - concentrated.learningRate * concentrated.uneven[1]) /
      (1 - concentrated.learningRate * concentrated.uneven[0])) **
      concentrated.steps
  ]
});
