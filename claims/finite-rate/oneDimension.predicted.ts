import {modeVariance} from "../../lib/stationary/modeVariance.js";
import {type AtRate, skewed} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** (3): (1−λk)ᵗ w₀ with w₀ = 1 and k = 1, at t = 7. */
export const iteration = ({learningRate}: AtRate) => (1 - learningRate) ** 7;

/** e^(−λkt). */
export const iterationContinuous = ({learningRate}: AtRate) => Math.exp(-7 * learningRate);

const halving = (atOne: number, step: number, span: number) => (): Numbers => ({
  "1 − λk halved, at λk → 1": [atOne],
  "λk halved, one step": [step],
  "λk halved, λkt = 1": [span]
});

/** Error of the flow: stays at λk → 1; second order in λk for a step and first over a fixed time. */
export const errorOrders = halving(1, 1 / 4, 1 / 2);

/** O((1−λk)²). */
export const errorOrdersAsPrinted = halving(1 / 4, 1 / 4, 1 / 2);

/** Second order over a fixed time as well. */
export const errorOrdersOther = halving(1, 1 / 4, 1 / 4);

const sidesBeyond =
  (border: number) =>
  ({learningRate}: AtRate) =>
    learningRate > border ? 20 : 0;

/** Changes of side in 20 steps. */
export const sides = sidesBeyond(1);

/** Were ½ the border. */
export const sidesOther = sidesBeyond(0.5);

/** The smallest |1 − λk| that is reached is 0. */
export const reachesZero = (): Numbers => ({"smallest |eigenvalue|": [0]});

/** As printed, it is positive. */
export const staysPositive = (): Numbers => ({"smallest |eigenvalue|": [Number.MIN_VALUE]});

/** λ halved: the absolute difference falls to ¼, the relative one to ½. */
export const continuousOrders = (): Numbers => ({absolute: [1 / 4], relative: [1 / 2]});

/** First order in absolute terms, none in relative ones. */
export const continuousOrdersLess = (): Numbers => ({absolute: [1 / 2], relative: [1]});

const variance =
  (noise: number) =>
  ({learningRate}: AtRate) =>
    modeVariance({curvature: 1, noise, learningRate}, 10);

/** Variance after ten steps for noise of variance 1 and any law. */
export const anyLaw = variance(1);

const third = skewed.points.reduce<number>(
  (sum, x, i) => sum + skewed.probabilities[i] * x ** 3,
  0
);

/** The same, were the third moment of the noise to add to its variance. */
export const anyLawSkewed = variance(1 + 0.1 * third);

/** λ/(2−λ), Figure 2(a). */
export const stationary = ({learningRate}: AtRate) => learningRate / (2 - learningRate);

/** λ/2. */
export const stationaryContinuous = ({learningRate}: AtRate) => learningRate / 2;
