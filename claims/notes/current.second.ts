import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {sampled} from "../brute/sampled.js";
import type {Crossing} from "../cases/approximation.js";
import type {Context} from "../ledger/claim.js";

/**
 * Net passages of a place from left to right in one step from N(m, v), over the step: with the same draws
 * at h and 2h, extrapolated, 2q(h) − q(2h).
 */
export function drawnPassages(
  {mean, variance, temperature: tau, growth: a, places}: Crossing,
  {seed}: Context
) {
  const z = gaussianStream(
    streamState({seed, experiment: "claims of the notes, section 4.1", cell: "", replicate: 0})
  );
  const [n, h] = [600_000, 0.02];
  const net = places.map(() => new Float64Array(n));
  for (let r = 0; r < n; r++) {
    const theta = mean + Math.sqrt(variance) * z();
    const kick = Math.sqrt(h * tau * (1 + a * theta * theta)) * z();
    const near = theta - h * theta + kick;
    const far = theta - 2 * h * theta + Math.SQRT2 * kick;
    places.forEach((x, i) => {
      const before = Number(theta > x);
      net[i][r] = (2 * (Number(near > x) - before)) / h - (Number(far > x) - before) / (2 * h);
    });
  }
  return net.map(sampled);
}
