import {
  alternating,
  type GaussianRuns,
  remembered,
  type Tosses,
  twoRuns
} from "../cases/noiseLaw.js";

/** Total variation of two runs after one more step: the spectral radius of I − ηH times what it was. */
export const approach = ({pulls}: GaussianRuns) => Math.max(...pulls.map(Math.abs));
export const approachOfSquares = (runs: GaussianRuns) => approach(runs) ** 2;
/** 1 − ηλmin, which forgets that the stiff direction can be the slow one. */
export const approachOfTosses = () => twoRuns.decay;

/** Variance Σ a^{2k}η² and fourth cumulant Σ a^{4k}η⁴κ after 10 and 11 steps, κ = −2 and 0 in turn. */
const cumulants = (excess: readonly [number, number]) => () =>
  [10, 11].flatMap(steps => {
    const {decay: a} = alternating;
    let [variance, fourth] = [0, 0];
    for (let t = 0; t < steps; t++) {
      variance = a ** 2 * variance + a ** 2;
      fourth = a ** 4 * fourth + a ** 4 * excess[t % 2];
    }
    return [variance, fourth];
  });
export const alternatingCumulants = cumulants([-2, 0]);
export const averagedCumulants = cumulants([-1, -1]);

/** (33) after T steps from 0: η²G(1 − a^{2T})/(1 − a²), a = 1 − ηh. */
export const balance = ({variance}: Tosses) => {
  const {decay, rate, steps} = remembered;
  return (rate ** 2 * variance * (1 - decay ** (2 * steps))) / (1 - decay ** 2);
};

/** How the standard deviation of Q_T moves with d → 4 d, and with T → 4 T. */
export const burstDeviations = () => [4, 2];
export const printedDeviations = () => [2, 2];
export const linearDeviations = () => [4, 4];
