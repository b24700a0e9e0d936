import {remembered, twoRuns} from "../cases/noiseLaw.js";
import type {Numbers} from "../ledger/claim.js";

const ratio = (power: number): Numbers => ({"t → t + 1": [twoRuns.decay ** power]});

/** Total variation of two runs after one more step: 1 − ηh times what it was. */
export const approach = () => ratio(1);
export const approachOfSquares = () => ratio(2);

/** (33) after T steps from 0: η²G(1 − a^{2T})/(1 − a²), a = 1 − ηh. */
const variance = (times: number): Numbers => {
  const {decay, rate, steps} = remembered;
  return {
    [`T = ${steps}`]: [(times * rate ** 2 * (1 - decay ** (2 * steps))) / (1 - decay ** 2)]
  };
};

export const balance = () => variance(1);

/** How the standard deviation of Q_T moves. */
const growth = (dimension: number, steps: number): Numbers => ({
  "d → 4 d": [dimension],
  "T → 4 T": [steps]
});

export const burstDeviations = () => growth(4, 2);
export const printedDeviations = () => growth(2, 2);
export const linearDeviations = () => growth(4, 4);
