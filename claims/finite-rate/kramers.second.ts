import {temperatures, walk} from "../brute/barrierWalk.js";
import type {BarrierCase, CoarseCase} from "../cases/escape.js";

/** ∫₀ˣ e^{−t²} dt by its series, all terms of one sign. */
function gaussian(x: number): number {
  let term = x * Math.exp(-x * x);
  let sum = term;
  for (let n = 1; n < 4000 && term > 1e-18 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return sum;
}

/** J/P with the well's law from its Lyapunov equation and the integrals by series. */
export const kramersSeries = ({well, top, height, rate, batch, split}: CoarseCase) => {
  const sigma = (rate * rate * well) / batch / (1 - (1 - rate * well) ** 2);
  const width = Math.sqrt(2 * sigma);
  const inside = 2 * width * gaussian(Math.sqrt((2 * height) / well) / width);
  const flat = Math.sqrt(rate / batch);
  const over = 2 * flat * gaussian(6);
  const tb = (rate * top) / (2 * batch);
  const start = Math.exp(-((2 * split * height) / well) / (2 * sigma));
  return (start * Math.exp(-((1 - split) * height) / tb) * tb) / over / inside;
};

export const walkOutside = (c: BarrierCase) => 1 / walk(c, ...temperatures(c)).total;

export const walkIto = (c: BarrierCase) => 1 / walk(c, ...temperatures(c), {ito: true}).total;
