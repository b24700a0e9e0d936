import {plateau, remainders} from "../cases/neighbourhood.js";

/** C₂ and the common factor of C₁ and C₃ at µ_F = c₀ = 1: (38)'s constants, see FG-Thm6.5/bound. */
function constants(eta0: number) {
  const a = 2 * eta0;
  const second = Math.exp((Math.PI * eta0) ** 2 / 6);
  return {a, second, noise: (2 ** a * second * eta0 ** 2 * a) / (a - 1)};
}

/** (38) with C₁ = C₃ and c₁ = f, b = 1: C f²(1 + sup ρ)/T + C₂ f θ₁²/T^a. */
const bounds = (power: number) => () => {
  const {eta0, metric: f, start, horizons} = remainders;
  const {a, second, noise} = constants(eta0);
  return horizons.map(T => (2 * noise * f * f) / T ** power + (second * f * start ** 2) / T ** a);
};

export const remainderBounds = bounds(1);
export const remainderBoundsFaster = bounds(1.5);

/** (38) on one quadratic, and on a loss that is that quadratic near its minimum. */
const far =
  (power: number) =>
  ({T}: {T: number}) =>
    (constants(plateau.eta0).noise * plateau.noise ** 2) / T ** power;

export const bowl = far(1);
export const bowlFaster = far(1.5);
