import {limit} from "../brute/limit.js";
import {type DiagonalMetric, tenDimensional} from "../cases/fisher.js";

const {curvatures: h, anisotropic, isotropic, batchSize, learningRate} = tenDimensional;
const noises = [anisotropic, isotropic];

/** Σᵢ wᵢ θᵢ² at rest over τ, each mode's recursion summed over its past; the rate sent to zero. */
const total = (noise: number, weights: readonly number[]) =>
  limit(
    eta => [
      h.reduce((sum, x, i) => {
        const decay = (1 - eta * x) ** 2;
        return sum + (weights[i] * eta * noises[noise][i][i]) / (1 - decay);
      }, 0)
    ],
    2 ** -7 / Math.max(...h)
  )[0];

const temperature = learningRate / batchSize;

export const risk = ({metric}: DiagonalMetric) => temperature * total(0, metric);
export const equalTotals = () => total(0, h) / total(1, h);

/** T times the risk under 1.2/(t + 50), mode by mode, to T = 2¹⁸. */
export const decayingTotals = () => {
  const end = 2 ** 18;
  const decayed = (noise: number) =>
    h.reduce((sum, x, i) => {
      let square = 0;
      for (let t = 0; t < end; t++) {
        const eta = 1.2 / (t + 50);
        square = (1 - eta * x) ** 2 * square + eta * eta * noises[noise][i][i];
      }
      return sum + x * square;
    }, 0);
  return decayed(0) / decayed(1);
};
