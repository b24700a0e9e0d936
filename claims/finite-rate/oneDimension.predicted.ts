import {modeVariance} from "../../lib/stationary/modeVariance.js";
import {rates, regressionRun, skewed} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** (3): (1−λk)ᵗ w₀ with w₀ = 1 and k = 1, at t = 7. */
export const iteration = (): Numbers => ({"t = 7": rates.map(x => (1 - x) ** 7)});

/** e^(−λkt). */
export const iterationContinuous = (): Numbers => ({"t = 7": rates.map(x => Math.exp(-7 * x))});

const halving = (atOne: number, step: number, span: number): Numbers => ({
  "1 − λk halved, at λk → 1": [atOne],
  "λk halved, one step": [step],
  "λk halved, λkt = 1": [span]
});

/** Error of the flow: stays at λk → 1; second order in λk for a step and first over a fixed time. */
export const errorOrders = (): Numbers => halving(1, 1 / 4, 1 / 2);

/** O((1−λk)²). */
export const errorOrdersAsPrinted = (): Numbers => halving(1 / 4, 1 / 4, 1 / 2);

/** Second order over a fixed time as well. */
export const errorOrdersOther = (): Numbers => halving(1, 1 / 4, 1 / 4);

/** Changes of side in 20 steps at λk = 0.5, 0.9, 1.1, 1.9. */
export const sides = (): Numbers => ({"changes of side in 20 steps": [0, 0, 20, 20]});

/** Were ½ the border. */
export const sidesOther = (): Numbers => ({"changes of side in 20 steps": [0, 20, 20, 20]});

/** The smallest |1 − λk| that is reached is 0. */
export const reachesZero = (): Numbers => ({"smallest |eigenvalue|": [0]});

/** As printed, it is positive. */
export const staysPositive = (): Numbers => ({"smallest |eigenvalue|": [Number.MIN_VALUE]});

/** λ halved: the absolute difference falls to ¼, the relative one to ½. */
export const continuousOrders = (): Numbers => ({absolute: [1 / 4], relative: [1 / 2]});

/** First order in absolute terms, none in relative ones. */
export const continuousOrdersLess = (): Numbers => ({absolute: [1 / 2], relative: [1]});

/** Variance after t steps for noise of variance 1 and any law. */
export const anyLaw = (): Numbers =>
  Object.fromEntries(
    rates.map(x => [
      `λ = ${x}, t = 10`,
      [modeVariance({curvature: 1, noise: 1, learningRate: x}, 10)]
    ])
  );

/** The same, were the third moment of the noise to add to its variance. */
export const anyLawSkewed = (): Numbers => {
  const {points, probabilities} = skewed;
  const third = points.reduce<number>((sum, x, i) => sum + probabilities[i] * x ** 3, 0);
  return Object.fromEntries(
    rates.map(x => [
      `λ = ${x}, t = 10`,
      [modeVariance({curvature: 1, noise: 1 + 0.1 * third, learningRate: x}, 10)]
    ])
  );
};

/** λ/(2−λ), Figure 2(a). */
export const stationary = (): Numbers =>
  Object.fromEntries(rates.map(x => [`λ = ${x}`, [x / (2 - x)]]));

/** λ/2. */
export const stationaryContinuous = (): Numbers =>
  Object.fromEntries(rates.map(x => [`λ = ${x}`, [x / 2]]));

/** The discrete prediction is no further from the measurement than the continuous one. */
export const nearer = (): Numbers =>
  Object.fromEntries(regressionRun.rates.map(x => [`λ = ${x}`, [1]]));
