import type {Conditioned} from "../cases/fisher.js";

/** ‖Fᵏ‖^{1/k}·‖F⁻ᵏ‖^{1/k} of a diagonal F for k = 2⁴⁰ by squaring, entries kept below 1 throughout. */
function byPowers(values: readonly number[]): number {
  const largest = (x: readonly number[]) => {
    let logarithm = 0;
    let power = [...x];
    for (let k = 0; k < 40; k++) {
      const size = Math.hypot(...power);
      logarithm += Math.log(size) / 2 ** k;
      power = power.map(v => (v / size) ** 2);
    }
    return Math.exp(logarithm);
  };
  return largest(values) * largest(values.map(x => 1 / x));
}

/** κ_H and κ_F. */
export const conditions = ({hessian, metric}: Conditioned) => [hessian, metric].map(byPowers);
