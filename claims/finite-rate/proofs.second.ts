import {add, inverse, multiply, norm, scale, subtract, transpose} from "../brute/arrays.js";
import {stationaryByElimination} from "../brute/stationaryByElimination.js";
import {definite} from "../cases/matrices.js";
import type {ScalarRun} from "../cases/optimisers.js";

/**
 * The same for a random symmetric Σ and c = 0.3 for λ/(1+µ), the brackets multiplied out:
 * A₂ = K²Σ − 2KΣK + ΣK², A₁ = ΣK − KΣ − cKΣK + cK²Σ.
 */
export const symmetries = ({name, hessian: k}: ScalarRun) => {
  const sigma = inverse(definite(`any Σ, ${name}`, k.length));
  const kk = multiply(k, k);
  const between = multiply(multiply(k, sigma), k);
  const a2 = add(subtract(multiply(kk, sigma), scale(between, 2)), multiply(sigma, kk));
  const a1 = add(
    subtract(multiply(sigma, k), multiply(k, sigma)),
    scale(subtract(multiply(kk, sigma), between), 0.3)
  );
  const twice = (a: typeof a1) => norm(add(a, transpose(a)));
  return [twice(a2) / norm(a2), twice(a1) / (0.3 * norm(a2))];
};

/** The covariance of heavy ball at rest. */
export const atRest = (run: ScalarRun) => stationaryByElimination(run);
