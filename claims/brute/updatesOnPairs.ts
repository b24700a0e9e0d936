import type {Rows} from "../cases/matrices.js";

/** (θ′ − θ)/η after an update with η = ½ on every pair of rows of gradients. */
export const updatesOnPairs = (theta: readonly number[], gradients: Rows): number[] =>
  gradients.flatMap((a, i) =>
    gradients
      .slice(i + 1)
      .flatMap(b => theta.map((x, k) => (x - 0.5 * ((a[k] + b[k]) / 2) - x) / 0.5))
  );
