import {temperatures, walk} from "../brute/barrierWalk.js";
import {type BarrierCase, type CoarseCase, scalings} from "../cases/escape.js";

/** The half-width that the argument of erf in (23) belongs to: erf(h/√(2Σ)). */
export const widthOfErf = ({well, height, rate, batch}: CoarseCase) => {
  const sigma = (rate * rate * well) / batch / (1 - (1 - rate * well) ** 2);
  const argument = Math.sqrt((batch * (2 - rate * well) * height) / (rate * well));
  return Math.sqrt(2 * sigma) * argument;
};

/** J/P over |k_b| of a walk, the loss and the noise's covariance times r. */
export const scaledWalk = (c: BarrierCase) =>
  scalings.map(r => {
    const [well, top, height] = [c.well, c.top, c.height].map(x => x * r);
    const scaled = {...c, well, top, height};
    return 1 / walk(scaled, ...temperatures(scaled)).total / top;
  });
