import {type Optimiser, steadyCovariance, step} from "../brute/augmented.js";
import {noisePath} from "../cases/problems.js";

/** w₆ by six updates as they are written, from m₀ = 0. */
export const stepped = (run: Optimiser) => {
  const path = noisePath(run.hessian.length);
  let w = path[39];
  let m = w.map(() => 0);
  for (let t = 0; t < 6; t++) [w, m] = step(run, w, m, path[t]);
  return w;
};

export const steady = (run: Optimiser) => steadyCovariance(run);
