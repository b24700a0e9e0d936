import type {EdgeRun} from "../cases/optimisers.js";
import type {AtRate, Halving} from "../cases/problems.js";

/** (3): (1−λk)ᵗ w₀ with w₀ = 1 and k = 1, at t = 7. */
export const iteration = ({learningRate}: AtRate) => (1 - learningRate) ** 7;

/** e^(−λkt). */
export const iterationContinuous = ({learningRate}: AtRate) => Math.exp(-7 * learningRate);

const halving =
  (atOne: number, step: number, span: number) =>
  ({steps: [x], times: [t]}: Halving) =>
    t > 1 ? span : x > 0.5 ? atOne : step;

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
export const reachesZero = () => 0;

/** As printed, it is positive. */
export const staysPositive = () => Number.MIN_VALUE;

/** λ halved: the absolute difference falls to ¼, the relative one to ½; as large as the rest at λk = 1. */
export const continuousOrders = () => [1 / 4, 1 / 2, 1];

/** First order in absolute terms, none in relative ones. */
export const continuousOrdersLess = () => [1 / 2, 1, 1];

const beyond =
  (border: number) =>
  ({share}: EdgeRun) =>
    2 * share > border ? 1 : 0;

/** 1 where λk* > 2. */
export const diverges = beyond(2);
export const divergesEarly = beyond(1);

/** λ/(2−λ), Figure 2(a). */
export const stationary = ({learningRate}: AtRate) => learningRate / (2 - learningRate);

/** λ/2. */
export const stationaryContinuous = ({learningRate}: AtRate) => learningRate / 2;
