import type {DecayingRun} from "../../../src/figures/budgets/decayingSteps.js";
import * as directions from "../../../src/figures/budgets/directions.js";
import {gapAgainstDimension, worstRisk} from "../../../src/figures/budgets/lower-bound.js";
import * as frozen from "../../../src/figures/budgets/metric.js";
import * as over from "../../../src/figures/budgets/one-over-n.js";
import * as oracle from "../../../src/figures/budgets/oracle-complexity.js";
import {callsNeeded, floorAgainstAngle} from "../../../src/figures/budgets/oracleCalls.js";
import {noiseTerm} from "../../../src/figures/budgets/oracleTheorem.js";
import * as lemmas from "../../../src/figures/budgets/technical-lemmas.js";
import * as bound from "../../../src/figures/budgets/upper-bound.js";
import {products} from "../../../src/figures/budgets/upperBoundProducts.js";
import {
  type ScheduleRow,
  type SchedulesRun,
  scaledRisk
} from "../../../src/figures/budgets/upperBoundSweep.js";
import * as reduced from "../../../src/figures/budgets/variance-reduction.js";
import * as monitor from "../../../src/figures/budgets/varianceReductionMonitor.js";
import type {Examples} from "../gallery.js";
import {pageRows} from "../pageRows.js";
import {expecting, sweep} from "../sweep.js";
import {runsOfPaper, verificationFigures} from "./verification.js";

export const budgets: Examples = {
  "budgets/technical-lemmas": async () => [
    ...[
      {spin: 1.5, damping: 0.4, time: 1},
      {spin: 4, damping: 0.05, time: 6},
      {spin: 0, damping: 1, time: 0.1}
    ].flatMap(flow => [lemmas.integralAgainstTime(flow), lemmas.ellipses(flow)]),
    ...[
      {trials: 6, chance: 0.05, level: 3},
      {trials: 1, chance: 0.5, level: 1},
      {trials: 11, chance: 0.01, level: 8}
    ].map(lemmas.gameTail)
  ],
  "budgets/variance-reduction": async () => {
    const {rows, spec} = await sweep("metric-monitor");
    const run = {...(spec as Omit<monitor.MonitorRun, "seed">), seed: 1};
    return [
      ...[
        {along: 0.5, across: 0.9, turn: 0, step: 1},
        {along: 1.5, across: 0.1, turn: 45, step: 1.9},
        {along: 0.1, across: 0.1, turn: 90, step: 0.05}
      ].flatMap(asked => [reduced.worstDirection(asked), reduced.beforeAndAfter(asked)]),
      ...[
        {rate: 0, size: 2, far: 0.7},
        {rate: 4, size: 0, far: 2},
        {rate: -2, size: 4, far: 0}
      ].map(asked => monitor.alongRun(asked, run)),
      monitor.riskOverPrediction(rows as unknown as monitor.MonitorRow[], run)
    ];
  },
  "budgets/lower-bound": async () => [
    ...[
      {width: -1, constant: 0.5},
      {width: -3, constant: 0.95},
      {width: 1, constant: 0.05}
    ].map(worstRisk),
    gapAgainstDimension()
  ],
  "budgets/one-over-n": async () => {
    const {rows, spec} = await sweep("same-calls");
    const runs = {calls: spec as over.CallsRun, decaying: (await runsOfPaper()).decaying};
    const called = expecting(rows, "risk") as unknown as over.CalledRow[];
    return [
      {eta0: 1.2, offset: 50, start: 0},
      {eta0: 0.5, offset: 10, start: 0.1},
      {eta0: 3, offset: 200, start: 0.3}
    ].map(asked => over.threeEstimators(called, asked, runs));
  },
  "budgets/upper-bound": async () => {
    const {rows, spec} = await sweep("schedules");
    return [
      ...[
        {eta0: 0.75, angle: 12, metric: 20, start: 0},
        {eta0: 0.1, angle: 45, metric: 100, start: 20},
        {eta0: 2, angle: 0, metric: 1, start: 5}
      ].flatMap(asked => [bound.exponentAgainstRate(asked), bound.riskItself(asked)]),
      scaledRisk(expecting(rows, "risk") as unknown as ScheduleRow[], spec as SchedulesRun),
      products()
    ];
  },
  "budgets/oracle-complexity": async () => {
    const {rows, spec} = await sweep("spent-budget");
    const spent = expecting(rows, "squaredNorm") as unknown as oracle.SpentRow[];
    const run = spec as oracle.SpentRun;
    return [
      ...[
        {budget: 15, batch: 7, metric: "H"},
        {budget: 9, batch: 8, metric: "I"},
        {budget: 18, batch: 0, metric: "H"}
      ].flatMap(asked => [oracle.byBatch(spent, asked, run), oracle.onTheWay(asked, run)]),
      noiseTerm(),
      callsNeeded(),
      floorAgainstAngle()
    ];
  },
  "budgets/verification": verificationFigures,
  "budgets/metric": async () =>
    [
      {angle: 60, curvature: 20, metric: 50},
      {angle: 0, curvature: 1, metric: 1},
      {angle: 44, curvature: 50, metric: 100}
    ].flatMap(asked => [frozen.againstAngle(asked), frozen.twoErrors(asked)]),
  "budgets/directions": async () => {
    const source = {table: "sweep", experiment: "decaying-steps"};
    const rows = await pageRows("budgets/directions", "groups", source);
    const {spec} = await sweep(source.experiment);
    return [
      directions.ratiosOfRepetitions(rows as unknown as directions.GroupRow[], spec as DecayingRun),
      ...[
        {angle: 60, ratio: 10, flat: 0.1},
        {angle: 0, ratio: 1, flat: 1},
        {angle: 180, ratio: 20, flat: 0.02}
      ].map(directions.turnedNoise)
    ];
  }
};
