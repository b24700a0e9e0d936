import type {Tails} from "../cases/tails.js";

const eta = 0.25;

/** E Σ‖θ_t‖²_{F⁻¹}/(Tδ) on ½‖θ‖²: by Markov's inequality the quantile is not above it. */
export function markov({d, weak, start, steps, delta}: Tails): number {
  let sum = 0;
  let [square, noise] = [start ** 2 / weak, 0];
  for (let t = 0; t < steps; t++) {
    sum += square + d * noise;
    square *= (1 - eta) ** 2;
    noise = (1 - eta) ** 2 * noise + eta ** 2;
  }
  return sum / (steps * delta);
}

/** A number below what is exceeded after a burst: no step is longer than ηγ. */
export function shortSteps({d, weak, start, steps, slope}: Tails): number {
  const first = eta * Math.sqrt(d - 1);
  const last = first - eta * slope * (steps - 2);
  const square = (r: number) => r ** 2 / (1 + (r / slope) ** 2);
  return Math.min(square(start), (1 - 1 / (d - 1)) * square(last)) / weak;
}
