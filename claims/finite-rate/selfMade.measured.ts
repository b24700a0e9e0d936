import {inverse, ofUnitTrace, scale, trace, turningPoint} from "../brute/arrays.js";
import {isStable, recursion, steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {adamMap, batchShare, information, selfMadeCovariance, settled} from "../brute/selfMade.js";
import type {SecondRun} from "../cases/secondOrder.js";
import {anywhere, type Remembering} from "../cases/selfMade.js";

/** ½ Tr KΣ where the covariance map of Adam ends, Λ from a running average that is half the newest. */
export const adamError = (run: SecondRun) =>
  loss(run, adamMap(run.hessian, run.rate, run.noiseRatio));

/** sK⁻¹ for the s at which the noiseless recursion with Λ = λ(K sK⁻¹ K)⁻¹ turns from growth to decay. */
export const bounce = ({hessian, noise, rate, momentum}: SecondRun) => {
  const back = inverse(hessian);
  const s = turningPoint(
    0.01 * rate,
    10 * rate,
    x => !isStable(recursion({hessian, noise, rate: scale(back, rate / x), momentum}))
  );
  return scale(back, s);
};

/** Where the noiseless covariance map ends. */
export const noiselessEnd = ({hessian, rate, forgetting, steps}: Remembering) =>
  selfMadeCovariance({
    method: "natural",
    hessian,
    rate,
    ratio: 0,
    forgetting,
    start: anywhere(hessian.length),
    steps
  });

/** Σ/λ where the covariance map with noise ends. */
export const anyStep = (run: SecondRun) => {
  const {hessian, rate} = run;
  const sigma = selfMadeCovariance({
    method: "natural",
    hessian,
    rate,
    ratio: batchShare(run),
    forgetting: 0.5,
    start: scale(inverse(hessian), rate),
    steps: 260
  });
  return scale(sigma, 1 / rate);
};

const newton = (run: SecondRun, small = 1) =>
  steadyCovariance({
    hessian: run.hessian,
    noise: scale(run.hessian, batchShare(run)),
    rate: scale(inverse(run.hessian), small * run.rate),
    momentum: run.momentum
  });

const natural = (run: SecondRun, small = 1) =>
  settled(
    sigma => {
      const j = information(run, sigma);
      const state = steadyCovariance({
        hessian: run.hessian,
        noise: scale(j, batchShare(run)),
        rate: scale(inverse(j), small * run.rate),
        momentum: run.momentum
      });
      return scale(state, 1 / small);
    },
    scale(inverse(run.hessian), 2 * run.rate),
    () => 1e-14
  );

/** Σ/Tr Σ of Newton's method and of the natural gradient with mini-batch noise. */
export const shape = (run: SecondRun) => [ofUnitTrace(newton(run)), ofUnitTrace(natural(run))];

/** Where f tends as its argument goes to 0, by Richardson: at a millionth its error can be as large as 10⁻⁶/c. */
const limit = (f: (small: number) => number) => 2 * f(1e-6) - f(2e-6);

/** Tr KΣ over that of the same method stepped ever finer for as long. */
export const corrections = (run: SecondRun) => [
  loss(run, newton(run)) / limit(small => loss(run, newton(run, small)) / small),
  loss(run, natural(run)) / limit(small => loss(run, natural(run, small)))
];

const sgd = ({hessian, rate, batchSize}: SecondRun) =>
  steadyCovariance({hessian, noise: scale(hessian, 1 / batchSize), rate});

/** Σ/Tr Σ of SGD, and of Adam by its covariance map. */
export const isotropic = (run: SecondRun) => [
  ofUnitTrace(sgd(run)),
  ofUnitTrace(adamMap(run.hessian, run.rate, 1 / run.batchSize))
];

/** Tr Σ at 10λ over that at λ, and at a millionth of c, or a million times S. */
export const orders = (run: SecondRun) => {
  const {hessian, rate, batchSize} = run;
  const adam = (factor: number, c: number) => trace(adamMap(hessian, factor * rate, c));
  return [
    adam(10, 1 / batchSize) / adam(1, 1 / batchSize),
    adam(1, 1e-10) / adam(1, 1e-4),
    trace(sgd({...run, rate: 10 * rate})) / trace(sgd(run)),
    trace(sgd({...run, batchSize: 1e6 * batchSize})) / trace(sgd(run))
  ];
};

/** Variances of Adam along the axes of a diagonal K: along each, the one that an update keeps. */
export const smaller = ({hessian, rate, noiseRatio: c}: SecondRun) =>
  hessian.map((row, i) => {
    const k = row[i];
    const kept = (variance: number) => {
      const step = (rate * k) / Math.sqrt((1 + c) * k * k * variance);
      return (1 - step) ** 2 + c * step ** 2;
    };
    return turningPoint(1e-3 * rate ** 2, 1e3 * rate ** 2, variance => kept(variance) > 1);
  });
