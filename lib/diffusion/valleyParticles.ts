import {rotatedFactor} from "../linalg/rotatedCovariance.js";
import {gaussianStream} from "../random/gaussianStream.js";
import {streamState} from "../random/stream.js";
import {type Valley, valleyStart} from "./valley.js";

/** How many particles a picture shows. */
const particleCount = 1500;

/**
 * Particles of dθ = −Hθ dt + Q^½ dW over the valley at a time, from the cloud in which they start; ∞ is
 * read as 14 units of time. Half of the drift exactly, a kick, the other half, 25 steps a unit. The same
 * draws at every call, so that they move as the settings do.
 *
 * @example valleyParticles({angle: 45, ratio: 4, flat: 0.3, time: 1}).length // 1500
 */
export function valleyParticles({angle, ratio, flat, time}: Valley): [number, number][] {
  const end = Math.min(time, 14);
  const steps = Math.ceil(25 * end);
  const h = end / Math.max(1, steps);
  const [first, second] = rotatedFactor([(2 * ratio) / (1 + ratio), 2 / (1 + ratio)], angle);
  const root = Math.sqrt(h);
  const [fx, fy] = [Math.exp(-h / 2), Math.exp((-flat * h) / 2)];
  const spread = Math.sqrt(0.1);
  return Array.from({length: particleCount}, (_, replicate) => {
    const z = gaussianStream(
      streamState({seed: 24, experiment: "valley particles", cell: "", replicate})
    );
    let x = valleyStart[0] + spread * z();
    let y = valleyStart[1] + spread * z();
    for (let k = 0; k < steps; k++) {
      const [u, v] = [z(), z()];
      x = fx * (fx * x + root * (first[0] * u + first[1] * v));
      y = fy * (fy * y + root * (second[0] * u + second[1] * v));
    }
    return [x, y];
  });
}
