import {remembered, twoRuns} from "../cases/noiseLaw.js";

/** Total variation of two runs after one more step: 1 − ηh times what it was. */
export const approach = () => twoRuns.decay;
export const approachOfSquares = () => twoRuns.decay ** 2;

/** (33) after T steps from 0: η²G(1 − a^{2T})/(1 − a²), a = 1 − ηh. */
export const balance = () => {
  const {decay, rate, steps} = remembered;
  return (rate ** 2 * (1 - decay ** (2 * steps))) / (1 - decay ** 2);
};

/** How the standard deviation of Q_T moves with d → 4 d, and with T → 4 T. */
export const burstDeviations = () => [4, 2];
export const printedDeviations = () => [2, 2];
export const linearDeviations = () => [4, 4];
