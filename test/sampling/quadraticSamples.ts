import {normals} from "../../lib/random/normals.js";
import type {SamplingProblem} from "../../lib/sampling/samplingProblem.js";

/** ½θᵀHθ in the plane, H = diag(1, 0.2), whose samples' gradients are Hθ + ξ, ξ normal of covariance G. */
export const quadraticSamples: SamplingProblem = {
  name: "quadratic",
  dimension: 2,
  start: [3, -2],
  open: stream => {
    const z = normals(stream);
    return {
      gradients: (theta, count, out) => {
        for (let k = 0; k < count; k++) {
          const [u, v] = [z.next(), z.next()];
          out[2 * k] = theta[0] + u;
          out[2 * k + 1] = 0.2 * theta[1] + 0.5 * u + v;
        }
      }
    };
  },
  excess: ([x, y]) => (x * x + 0.2 * y * y) / 2,
  optimum: [0, 0],
  hessian: [
    [1, 0],
    [0, 0.2]
  ],
  noise: [
    [1, 0.5],
    [0.5, 1.25]
  ]
};
