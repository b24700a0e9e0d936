import {valleyFlow} from "../../../lib/diffusion/valleyFlow.js";
import * as turning from "../../../src/figures/diffusion/angle-sweep.js";
import * as short from "../../../src/figures/diffusion/angleSweepSeeds.js";
import * as limit from "../../../src/figures/diffusion/approximation.js";
import * as assumptions from "../../../src/figures/diffusion/assumptions.js";
import * as effects from "../../../src/figures/diffusion/assumptionsSimulated.js";
import * as scaling from "../../../src/figures/diffusion/batch-scaling.js";
import * as growing from "../../../src/figures/diffusion/batchScalingLive.js";
import * as memory from "../../../src/figures/diffusion/correlated-noise.js";
import {alongFloor} from "../../../src/figures/diffusion/correlatedNoiseFloor.js";
import * as flowing from "../../../src/figures/diffusion/current.js";
import * as degenerate from "../../../src/figures/diffusion/degenerate-minimum.js";
import {edge} from "../../../src/figures/diffusion/edgeOfStability.js";
import * as settled from "../../../src/figures/diffusion/fokker-planck.js";
import * as over from "../../../src/figures/diffusion/fokkerPlanckValley.js";
import * as tails from "../../../src/figures/diffusion/heavy-tails.js";
import * as heavyRun from "../../../src/figures/diffusion/heavyTailsRun.js";
import * as plateau from "../../../src/figures/diffusion/plateau.js";
import * as singular from "../../../src/figures/diffusion/singular-noise.js";
import * as oneLine from "../../../src/figures/diffusion/singularNoiseRun.js";
import * as ellipse from "../../../src/figures/diffusion/stationary-ellipse.js";
import * as live from "../../../src/figures/diffusion/stationaryEllipseCloud.js";
import * as driven from "../../../src/figures/diffusion/step-and-batch.js";
import type {Examples} from "../gallery.js";
import {answerOf, framesOf} from "../live.js";
import {expecting, sweep} from "../sweep.js";

export const diffusion: Examples = {
  "diffusion/plateau": async () => {
    const {rows, spec} = await sweep("plateau");
    const replay = await sweep("plateau-replay");
    const run = spec as plateau.PlateauRun;
    const swept = expecting(rows, "risk");
    return [
      plateau.riskAgainstHorizon(
        swept as unknown as plateau.Swept[],
        run,
        plateau.ofTable4(replay.rows as unknown as plateau.Replayed[])
      ),
      ...[0, 1, 2].map(power => plateau.plateauRatio({power, seed: 1}, run))
    ];
  },
  "diffusion/batch-scaling": async () => {
    const {rows, spec} = await sweep("batch-scaling");
    const swept = expecting(rows, "variance") as unknown as scaling.ScalingRow[];
    const run = spec as scaling.ScalingRun;
    return [
      scaling.varianceAgainstBatch(swept, run),
      scaling.ratioToLimit(swept, run),
      ...(await Promise.all(
        [
          {rate: 1, batch: 5, flat: 0.1},
          {rate: 1.95, batch: 9, flat: 0.02},
          {rate: 0.05, batch: 0, flat: 1}
        ].map(async asked => {
          const live = growing.liveSpec(asked, run);
          const frames = await framesOf(live, [5, 40, live.cells[0].steps]);
          return growing.growth(live, asked, frames.map(growing.frameOf(live)));
        })
      ))
    ];
  },
  "diffusion/heavy-tails": async () => {
    const swept = expecting((await sweep("heavy-tails")).rows, "tail");
    const known = swept.map(row => ({...row, expected: Number(row.expected) || null}));
    const batches = await sweep("batch-normality");
    const rows = known as unknown as tails.TailRow[];
    return [
      ...[
        {alpha: 1.5, rate: 0.1},
        {alpha: 2, rate: 0.02},
        {alpha: 1.2, rate: 1.5}
      ].map(heavyRun.run),
      tails.tailShares(rows),
      tails.widths(rows),
      tails.normality(batches.rows as unknown as tails.NormalityRow[])
    ];
  },
  "diffusion/step-and-batch": async () => {
    const swept = expecting((await sweep("step-and-batch")).rows, "ratio");
    const rows = swept as unknown as driven.DrivenRow[];
    return [
      ...[
        {a: 0.75, rate: 0.1},
        {a: 0.25, rate: 0.5},
        {a: 8, rate: 0.02}
      ].map(asked => driven.fallingVariance(driven.fall(asked))),
      driven.ratioAgainstStep(rows),
      edge(),
      driven.shareOfData(rows)
    ];
  },
  "diffusion/angle-sweep": async () => {
    const {rows, spec} = await sweep("angle-sweep");
    const run = spec as turning.TurnedRun;
    const swept = expecting(rows, "measured") as unknown as turning.SweptRow[];
    const bands = (await sweep("seed-bands")).spec as short.SeedRun;
    return [
      turning.overIsotropic(swept, run),
      turning.ellipses(swept, run),
      ...(await Promise.all(
        [
          {seed: 1, steps: 0},
          {seed: 7, steps: 2}
        ].map(async asked => short.seedBands(await answerOf(short.seedSpec(asked, bands)), bands))
      ))
    ];
  },
  "diffusion/approximation": async () => {
    const {rows} = await sweep("weak-error");
    return [
      ...[
        {halvings: 3, batch: 0, growth: 0},
        {halvings: 1, batch: 2, growth: 0.5},
        {halvings: 5, batch: 1, growth: -0.5}
      ].map(limit.bothReadings),
      limit.weakErrors(rows as unknown as limit.WeakRow[])
    ];
  },
  "diffusion/correlated-noise": async () => {
    const swept = expecting((await sweep("noise-memory")).rows, "ratio");
    const rows = swept as unknown as driven.DrivenRow[];
    return [
      ...[
        {batches: 100, phi: 0.6, hurst: 0.9, mu: 0.9},
        {batches: 400, phi: -0.9, hurst: 0.1, mu: 0},
        {batches: 20, phi: 0.9, hurst: 0.9, mu: 0.95}
      ].map(asked => memory.fourMemories(rows, asked)),
      memory.underEpochs(rows),
      alongFloor()
    ];
  },
  "diffusion/fokker-planck": async () => {
    const circulation = await sweep("circulation");
    const growing = await sweep("state-dependent-noise");
    const valleys = [
      {angle: 45, ratio: 4, flat: 0.3, time: 8},
      {angle: 0, ratio: 1, flat: 1, time: 8},
      {angle: 60, ratio: 5.5, flat: 0.25, time: 1}
    ].map(over.valleyOf);
    return [
      settled.areaSwept(
        expecting(circulation.rows, "swept") as unknown as settled.SweptRow[],
        circulation.spec as settled.CirculationRun
      ),
      ...valleys.map(valley => over.overValley(finished(valleyFlow(valley)), valley)),
      settled.settledDensity(
        growing.rows as unknown as settled.BinRow[],
        growing.spec as settled.GrowingRun
      )
    ];
  },
  "diffusion/stationary-ellipse": async () => {
    const {rows, spec} = await sweep("stationary-ellipse");
    const swept = expecting(rows, "measured") as unknown as ellipse.EntryRow[];
    const run = spec as ellipse.TiltedRun;
    return [
      ...(await Promise.all(
        [
          {angle: 40, step: 1.4, flat: 0.3, ratio: 6},
          {angle: 0, step: 1.95, flat: 0.1, ratio: 16},
          {angle: 70, step: 0.05, flat: 1, ratio: 1}
        ].map(async asked =>
          live.cloud(await answerOf(live.cloudSpec({...asked, batchSize: run.batchSize})))
        )
      )),
      ellipse.overLimit(swept, run)
    ];
  },
  "diffusion/singular-noise": async () => {
    const swept = expecting((await sweep("singular-noise")).rows, "acrossVariance");
    return [
      singular.acrossKicks(swept as unknown as singular.PlaneRow[]),
      ...[
        {angle: 45, flat: 0.15, across: -4},
        {angle: 0, flat: 0.1, across: -4},
        {angle: 75, flat: 1, across: 0}
      ].map(oneLine.run),
      singular.eigenvalues()
    ];
  },
  "diffusion/assumptions": async () => {
    const rowsOf = async (name: string) => (await sweep(name)).rows as unknown;
    const simulated = effects.simulatedEffects(
      (await rowsOf("assumption-effects")) as effects.DrivenEffect[],
      (await rowsOf("assumption-plane")) as effects.PlaneEffect[],
      (await rowsOf("assumption-tails")) as effects.TailEffect[]
    );
    return [
      {stiff: 0.5, flat: 2.4, mu: 0.9, alpha: 1.8, batch: 7},
      {stiff: 1.9, flat: 4, mu: 0, alpha: 1.2, batch: 14},
      {stiff: 0.1, flat: 0, mu: 0.95, alpha: 2, batch: 4}
    ].map(asked => assumptions.oneDropped(asked, simulated));
  },
  "diffusion/degenerate-minimum": async () => {
    const {rows, spec} = await sweep("degenerate-minimum");
    const cloud = await sweep("degenerate-cloud");
    const particles = cloud.rows as unknown as degenerate.ParticleRow[];
    const {times} = cloud.spec as degenerate.ParticleRun;
    return [
      degenerate.meanLoss(rows as unknown as degenerate.MeanRow[], spec as degenerate.ParticleRun),
      ...[times[0], times[4], times[times.length - 1]].map(time =>
        degenerate.particles(particles, time)
      )
    ];
  },
  "diffusion/current": async () => {
    const {rows, spec} = await sweep("current-field");
    return [
      flowing.sharesInTime(),
      ...[
        {time: 8, angle: 45, ratio: 4, flat: 0.3},
        {time: 1, angle: 60, ratio: 5.5, flat: 0.25},
        {time: 8, angle: 0, ratio: 1, flat: 1}
      ].map(asked => flowing.twoParts(over.valleyOf(asked))),
      flowing.velocityField(rows as unknown as flowing.FieldRow[], spec as flowing.FieldRun)
    ];
  }
};

/** What a computation in pieces returns. */
function finished<Result>(work: Generator<void, Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
