import {adaptiveMultiplier} from "./adaptiveMultiplier.js";

/**
 * The noise c, of C = cKΣK, above which the natural gradient's stationary point always attracts: the
 * largest c at which `adaptiveMultiplier` crosses 1, or 0 if none does.
 *
 * µ (`momentum`) in [0, 1), ρ (`forgetting`) in (0, 1]. Below the answer the point repels at once, but
 * not everywhere: at ρ = ½ and µ = 0.74 it attracts again from c = 0.087 to 0.12.
 *
 * Method: down from c = 1.1 in steps of 0.01, then bisection to 2⁻¹⁰ of a step.
 *
 * @throws RangeError if an argument is out of range.
 * @example settlingNoise({momentum: 0, forgetting: 1}) // 1.0000
 */
export function settlingNoise(options: {momentum: number; forgetting: number}): number {
  const repels = (noiseRatio: number) =>
    adaptiveMultiplier({method: "natural", noiseRatio, ...options}) >= 1;
  let above = 110;
  while (above > 0 && !repels((above - 1) / 100)) above--;
  if (above === 0) return 0;
  let [low, high] = [(above - 1) / 100, above / 100];
  for (let i = 0; i < 10; i++) {
    const middle = (low + high) / 2;
    if (repels(middle)) low = middle;
    else high = middle;
  }
  return high;
}
