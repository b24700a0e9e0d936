import * as approximation from "../../../src/figures/finite-rate/approximation.js";
import {type BatchRun, dataOf} from "../../../src/figures/finite-rate/batchData.js";
import * as bayes from "../../../src/figures/finite-rate/bayes.js";
import * as lyapunov from "../../../src/figures/finite-rate/discrete-lyapunov.js";
import * as effectiveLoss from "../../../src/figures/finite-rate/effective-loss.js";
import * as leaving from "../../../src/figures/finite-rate/escape.js";
import * as training from "../../../src/figures/finite-rate/generalisation.js";
import * as kramers from "../../../src/figures/finite-rate/kramers.js";
import * as paths from "../../../src/figures/finite-rate/kramersPaths.js";
import * as lyapunovRuns from "../../../src/figures/finite-rate/lyapunovRuns.js";
import * as momentum from "../../../src/figures/finite-rate/momentum.js";
import * as momentumBatches from "../../../src/figures/finite-rate/momentumBatches.js";
import * as momentumRoots from "../../../src/figures/finite-rate/momentumRoots.js";
import * as momentumRuns from "../../../src/figures/finite-rate/momentumRuns.js";
import * as noise from "../../../src/figures/finite-rate/noise.js";
import * as line from "../../../src/figures/finite-rate/one-dimension.js";
import * as regression from "../../../src/figures/finite-rate/oneDimensionBatches.js";
import * as runs from "../../../src/figures/finite-rate/oneDimensionRuns.js";
import * as preconditioning from "../../../src/figures/finite-rate/preconditioning.js";
import * as preconditioningRuns from "../../../src/figures/finite-rate/preconditioningRuns.js";
import * as qhm from "../../../src/figures/finite-rate/qhm.js";
import * as qhmRuns from "../../../src/figures/finite-rate/qhmRuns.js";
import * as selfMade from "../../../src/figures/finite-rate/self-made-noise.js";
import * as selfMadeLive from "../../../src/figures/finite-rate/selfMadeLive.js";
import * as selfMadeRuns from "../../../src/figures/finite-rate/selfMadeRuns.js";
import type {Examples} from "../gallery.js";
import {framesOf, tracksOf} from "../live.js";
import {pageRows} from "../pageRows.js";
import {expecting, sweep} from "../sweep.js";

export const finiteRate: Examples = {
  "finite-rate/self-made-noise": async () => {
    const {rows, spec} = await sweep("self-made-runs");
    return [
      selfMade.routeToChaos(),
      selfMade.noiseToSettle(),
      ...[
        {method: "natural gradient", noise: 0.25, mu: 0, rho: 1, start: 1.1},
        {method: "natural gradient", noise: 0.5, mu: 0.5, rho: 0.2, start: 3},
        {method: "Adam", noise: 1, mu: 0.5, rho: 1, start: 0.5}
      ].map(asked => selfMadeLive.watched(asked, tracksOf(selfMadeLive.liveQuestion(asked)))),
      selfMadeRuns.singleRuns(
        rows as unknown as selfMadeRuns.SingleRow[],
        spec as selfMadeRuns.SelfMadeRun
      )
    ];
  },
  "finite-rate/noise": async () => {
    const {rows} = await sweep("shaped-noise");
    const shaped = expecting(rows, "variance");
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
    const {rows, spec} = await sweep("one-dimension-white");
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
  "finite-rate/escape": async () => {
    const {rows, spec} = await sweep("escape-efficiency");
    return [
      ...[
        {rate: 1.85, flat: 0.1, tilt: 0.5},
        {rate: 0.05, flat: 0, tilt: 1}
      ].map(leaving.rise),
      leaving.escapes(
        expecting(rows, "loss") as unknown as leaving.EscapeRow[],
        spec as leaving.EscapeRun
      ),
      ...[
        {decay: 1.5, step: 1.5},
        {decay: 0.5, step: 0.1}
      ].map(leaving.gain)
    ];
  },
  "finite-rate/one-dimension": async () => {
    const white = await sweep("one-dimension-white");
    const batches = await sweep("one-dimension-batches");
    const ran = batches.spec as BatchRun;
    const data = dataOf(ran, {seed: 2, experiment: "one-dimension-batches"});
    const asked = {rate: 1.5};
    const [frame] = await framesOf(runs.runsSpec(asked), [100]);
    return [
      ...[0.05, 1, 1.8, 2, 2.1].map(x => line.wayDown({x})),
      line.whiteVariance(
        expecting(white.rows, "finalVariance") as unknown as line.WhiteRow[],
        white.spec as line.WhiteRun
      ),
      runs.manyRuns(asked, runs.runsFrame(asked)(frame)),
      runs.manyRuns({rate: 0.05}, undefined),
      regression.ratioToPrinted(
        expecting(batches.rows, "secondMoment") as unknown as regression.BatchRow[],
        ran,
        data
      ),
      ...[
        {set: 2, size: 3, batch: 2},
        {set: 7, size: 2, batch: 0},
        {set: 1, size: 2, batch: 2}
      ].map(regression.ofDataSet)
    ];
  },
  "finite-rate/generalisation": async () => {
    const source = {table: "generalisation", experiment: "generalisation"};
    const [runs, rates] = await Promise.all(
      ["runRows", "rateRows"].map(id => pageRows("finite-rate/generalisation", id, source))
    );
    return [16, 128].flatMap(width => {
      const own = training.ofWidth(rates as unknown as training.RateRow[], width);
      return [
        training.deviations(
          training.ofWidth(runs as unknown as training.RunRow[], width),
          own[0].edge
        ),
        training.sizes(own)
      ];
    });
  },
  "finite-rate/kramers": async () => {
    const {rows, spec} = await sweep("kramers");
    const exits = rows as unknown as kramers.ExitRow[];
    const along = (ratio: number, height: number) =>
      exits.filter(row => row.ratio === ratio && row.height === height);
    return [
      ...[along(1, 6), along(0.5, 12), along(2, 4)].flatMap(path => [
        kramers.exitTimes(path, 0.5),
        kramers.barrier(path[4]),
        kramers.scaledRates(path)
      ]),
      paths.allPaths(exits, spec as kramers.KramersRun)
    ];
  },
  "finite-rate/approximation": async () => {
    const source = {table: "qhm", experiment: "approximation-qhm"};
    const rows = await pageRows("finite-rate/approximation", "qhmRows", source);
    const {spec} = await sweep(source.experiment);
    return [
      approximation.qhmErrors(
        rows as unknown as approximation.QhmRow[],
        spec as approximation.QhmRun
      )
    ];
  },
  "finite-rate/momentum": async () => {
    const edge = await sweep("momentum-edge");
    const white = await sweep("momentum-white");
    const whites = expecting([...edge.rows, ...white.rows], "variance");
    const ran = await Promise.all(
      ["momentum-batches-edge", "momentum-batches"].map(async experiment => ({
        ...(await sweep(experiment)),
        experiment
      }))
    );
    const seeds = [5, 3];
    const sweeps = ran.map(({spec, experiment}, k) =>
      momentumBatches.batchSweep(spec as Parameters<typeof momentumBatches.batchSweep>[0], {
        experiment,
        seed: seeds[k]
      })
    );
    const batches = expecting(
      ran.flatMap(({rows}) => rows),
      "secondMoment"
    ) as unknown as momentumBatches.BatchRow[];
    const live = await Promise.all(
      [
        {x: 2.75, mu: 0.6},
        {x: 0.05, mu: 0.98},
        {x: 1, mu: 0}
      ].map(async asked => {
        const {spec, at} = momentumRuns.lagQuestion(asked);
        return [
          momentumRoots.roots(asked),
          momentumRuns.autocorrelation(asked, await framesOf(spec, at)),
          momentumRuns.boundary(asked, tracksOf(momentumRuns.edgeQuestion(asked)))
        ];
      })
    );
    return [
      momentum.whiteVariance(
        whites as unknown as momentum.WhiteRow[],
        [edge.spec, white.spec] as momentum.WhiteRun[]
      ),
      ...live.flat(),
      momentumRoots.roots({x: 4, mu: 0.5}),
      momentumBatches.batchVariance(batches, sweeps),
      momentumBatches.oneCurve(batches, sweeps)
    ];
  },
  "finite-rate/qhm": async () => {
    const source = {table: "runs", experiment: "approximation-qhm"};
    const rows = await pageRows("finite-rate/qhm", "rows", source);
    const {spec} = await sweep(source.experiment);
    const live = await Promise.all(
      [
        {x: 1, mu: 0.8, nu: 0.7},
        {x: 0.05, mu: 0.95, nu: 1},
        {x: 1.9, mu: 0.5, nu: 0.3}
      ].map(async asked => {
        const [growth, lags] = [qhmRuns.growthQuestion(asked), qhmRuns.lagQuestion(asked)];
        return [
          qhmRuns.mixture(asked, await framesOf(growth.spec, growth.at)),
          qhmRuns.autocorrelation(asked, await framesOf(lags.spec, lags.at))
        ];
      })
    );
    return [
      ...live.flat(),
      qhm.bestMixtures(),
      qhm.varianceAgainstMixture(
        rows as unknown as qhm.QhmRow[],
        {...spec, replicates: 1000} as unknown as qhm.QhmRun
      )
    ];
  },
  "finite-rate/discrete-lyapunov": async () => {
    const source = {table: "plane", experiment: "three-sigma"};
    const rows = await pageRows("finite-rate/discrete-lyapunov", "planeRows", source);
    const {spec} = await sweep(source.experiment);
    const live = await Promise.all(
      [
        {rate: 1.8, flat: 0.1, kind: "white, I"},
        {rate: 0.3, flat: 0.05, kind: "white, I"},
        {rate: 1.99, flat: 0.3, kind: "Hessian-shaped, H"},
        {rate: 1, flat: 1, kind: "mixed, ½I + ½H"}
      ].map(async asked => {
        const cells = lyapunovRuns.ellipseSpec(asked);
        const [frame] = await framesOf(cells, [cells.cells[0].steps]);
        return lyapunovRuns.ellipses(asked, lyapunovRuns.iteratesOf(frame));
      })
    );
    return [
      lyapunov.shape(rows as unknown as lyapunov.PlaneRow[], spec as lyapunov.PlaneRun),
      ...live
    ];
  },
  "finite-rate/preconditioning": async () => {
    const {rows, spec} = await sweep("preconditioned");
    return [
      preconditioning.overSandwich(
        rows as unknown as preconditioning.PreconditionedRow[],
        spec as preconditioning.PreconditionedRun
      ),
      ...[
        {power: 0.5, angle: 20, eta: 0.8, mu: 0, noise: "white"},
        {power: 1, angle: 0, eta: 3.5, mu: 0.9, noise: "C = H / 10"},
        {power: 1, angle: 90, eta: 0.1, mu: 0.5, noise: "across Λ"}
      ].flatMap(asked => [
        preconditioningRuns.settling(asked, tracksOf(preconditioningRuns.liveQuestion(asked))),
        preconditioningRuns.correlations(asked)
      ])
    ];
  },
  "finite-rate/bayes": async () => {
    const source = {table: "runs", experiment: "bayes"};
    const rows = await pageRows("finite-rate/bayes", "rows", source);
    const {spec} = await sweep(source.experiment);
    const posterior = bayes.posteriorOf(spec as Parameters<typeof bayes.posteriorOf>[0]);
    return [
      ...[
        {eta: 0.4, flat: 0.1, share: 20},
        {eta: 1.98, flat: 0.05, share: 90},
        {eta: 0.02, flat: 1, share: 1}
      ].map(bayes.scatters),
      bayes.overMandt(),
      bayes.measuredDivergence(rows as unknown as bayes.BayesRow[], posterior)
    ];
  }
};
