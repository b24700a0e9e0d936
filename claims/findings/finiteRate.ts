import {coarseBarriers} from "../cases/escape.js";
import {quasiRuns} from "../cases/optimisers.js";
import {secondRuns} from "../cases/secondOrder.js";
import * as effectiveMeasured from "../finite-rate/effectiveLoss.measured.js";
import * as effectivePredicted from "../finite-rate/effectiveLoss.predicted.js";
import * as kramersMeasured from "../finite-rate/kramers.measured.js";
import * as kramersPredicted from "../finite-rate/kramers.predicted.js";
import * as qhmMeasured from "../finite-rate/qhm.measured.js";
import * as qhmPredicted from "../finite-rate/qhm.predicted.js";
import * as selfMadeMeasured from "../finite-rate/selfMade.measured.js";
import * as selfMadePredicted from "../finite-rate/selfMade.predicted.js";
import * as stationaryMeasured from "../finite-rate/stationary.measured.js";
import {along, evenly, lastOf, type Picture} from "./picture.js";

/** T/(2Σ) in one dimension with k = 1 and white noise, against ηk. */
export function effectiveLoss(): Picture {
  const run = (rate: number) => ({name: "", hessian: [[1]], rate});
  const steps = evenly(0.2, 1.8, 8);
  const printed = along(steps, x => effectivePredicted.strengthened(run(x)).get(0, 0));
  const measured = along(steps, x => effectiveMeasured.exponents(run(x))[0][0]);
  const k = steps.indexOf(1);
  return {
    x: "step × curvature",
    y: "confinement",
    printed,
    measured,
    exact: along(evenly(0, 1.8, 2), x => 1 - x / 2),
    at: {where: "step × curvature = 1", printed: printed[k][1], measured: measured[k][1]},
    differs: steps.every((_, i) => printed[i][1] > 1 && measured[i][1] < 1)
  };
}

/** The variance of the natural gradient's iterates without noise, over the printed one, from the 24th step to the 48th. */
export function naturalGradient(): Picture {
  const [first] = secondRuns;
  const run = {...first, momentum: 0};
  const printed = selfMadePredicted.reached(run).get(0, 0);
  const shares = evenly(0.5, 1, 20);
  const after = (forgetting: number, steps: number) =>
    selfMadeMeasured.noiselessEnd({...run, forgetting, steps})[0][0] / printed;
  const last = evenly(24, 48, 24);
  const measured = shares.flatMap(share => last.map(t => [share, after(share, t)] as const));
  const settled = measured.filter(([share]) => share < 0.53);
  const without = measured.filter(([share]) => share === 1).map(([, value]) => value);
  return {
    x: "share of the newest gradient in the average",
    y: "variance over the printed one",
    logarithmic: true,
    printed: along(evenly(0.5, 1, 5), () => 1),
    measured,
    at: {
      where: "without memory, the largest from step 24 to step 48",
      printed: 1,
      measured: Math.max(...without)
    },
    differs:
      settled.every(([, value]) => Math.abs(value - 1) < 0.01) &&
      Math.max(...without) > 10 * Math.min(...without)
  };
}

/** The stationary variance of quasi-hyperbolic momentum in one dimension, against its mixture ν. */
export function quasiHyperbolic(): Picture {
  const run = (nu: number) => ({...quasiRuns[0], nu});
  const mixtures = evenly(0.4, 1, 6);
  const printed = along(mixtures, nu => qhmPredicted.printedSystem(run(nu)).get(0, 0));
  const measured = along(mixtures, nu => qhmMeasured.steadyState(run(nu))[0][0]);
  const {nu} = quasiRuns[0];
  const at = {
    where: `mixture ${nu}`,
    printed: qhmPredicted.printedSystem(run(nu)).get(0, 0),
    measured: qhmMeasured.steadyState(run(nu))[0][0]
  };
  return {
    x: "mixture ν",
    y: "variance",
    within: [-25, 40],
    printed,
    measured,
    exact: along(mixtures, each => qhmPredicted.corrected(run(each)).get(0, 0)),
    at,
    differs: at.printed < 0 && at.measured > 0
  };
}

/** The rate of Theorem 9 over the one that its own steps give, against λk in the well. */
export function kramers(): Picture {
  const barrier = coarseBarriers[2];
  const run = (x: number) => ({...barrier, rate: x / barrier.well});
  const steps = evenly(0.25, 1.75, 6);
  const found = (x: number) => kramersMeasured.kramersQuadrature(run(x));
  const printed = along(steps, x => kramersPredicted.kramersPrinted(run(x)) / found(x));
  const measured = along(steps, () => 1);
  const exact = along(steps, x => kramersPredicted.kramers(run(x)) / found(x));
  return {
    x: "step × curvature of the well",
    y: "rate over the measured one",
    printed,
    measured,
    exact,
    at: {where: "step × curvature = 1.75", printed: lastOf(printed), measured: 1},
    differs: steps.every((_, i) => Math.abs(exact[i][1] - 1) < 1e-6 && printed[i][1] > 1.05)
  };
}

/** The largest step at which heavy ball settles, against its momentum. */
export function heavyBall(): Picture {
  const momenta = evenly(0, 0.9, 6);
  const limit = along(momenta, momentum => 2 * (1 + momentum));
  const measured = along(momenta, momentum => stationaryMeasured.stabilityLimit({momentum}));
  return {
    x: "momentum",
    y: "largest stable step × curvature",
    printed: limit,
    measured,
    at: {where: "momentum 0.9", printed: lastOf(limit), measured: lastOf(measured)},
    differs: measured.every(([, y], i) => Math.abs(y - limit[i][1]) < 1e-6)
  };
}
