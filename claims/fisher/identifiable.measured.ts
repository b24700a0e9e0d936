import {norm} from "../brute/arrays.js";
import {aroundLeastAngle} from "../brute/least.js";
import {kicked, labelled, redundant} from "../cases/identifiable.js";
import {binaryModel, type Rows} from "../cases/problems.js";

const probability = (x: readonly number[], theta: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, v, k) => sum + v * theta[k], 0)));

/** The projector on the span of some vectors, by Gram and Schmidt. */
function onSpan(vectors: Rows): number[] {
  const basis: number[][] = [];
  for (const vector of vectors) {
    let v = [...vector];
    for (let pass = 0; pass < 2; pass++)
      for (const u of basis) {
        const along = u.reduce((sum, x, k) => sum + x * v[k], 0);
        v = v.map((x, k) => x - along * u[k]);
      }
    const size = norm([v]);
    if (size > 1e-9 * norm([vector])) basis.push(v.map(x => x / size));
  }
  const d = vectors[0].length;
  return Array.from({length: d * d}, (_, e) =>
    basis.reduce((sum, u) => sum + u[Math.floor(e / d)] * u[e % d], 0)
  );
}

/** The gradients of every sample's loss at θ⋆. */
export const spanOfScores = () =>
  onSpan(
    redundant.inputs.flatMap(x =>
      [0, 1].map(y => x.map(v => (probability(x, redundant.parameters) - y) * v))
    )
  );
export const spanOfKicks = () => onSpan(kicked.samples.map(([z1, z2]) => [-z1, z2]));

/** Central differences of −log p. */
export function differences() {
  const {parameter, inputs, labels} = labelled;
  const loss = (x: number, y: number, theta: number) => {
    const p = 1 / (1 + Math.exp(-x * theta));
    return -Math.log(y === 1 ? p : 1 - p);
  };
  const h = 1e-5;
  return inputs.map(x =>
    labels.map(y => (loss(x, y, parameter + h) - loss(x, y, parameter - h)) / (2 * h))
  );
}

/** Every batch of two inputs and labels: its variance along an angle, and the loss's curvature there. */
export function everyBatch() {
  const {inputs, parameters} = binaryModel;
  const samples = inputs.flatMap(x => {
    const p = probability(x, parameters);
    return [0, 1].map(y => ({
      gradient: x.map(v => (p - y) * v),
      weight: (y ? p : 1 - p) / inputs.length
    }));
  });
  const variance = (v: readonly number[]) => {
    let [mean, second] = [0, 0];
    for (const a of samples)
      for (const b of samples) {
        const along =
          (a.gradient[0] + b.gradient[0]) * v[0] + (a.gradient[1] + b.gradient[1]) * v[1];
        mean += (a.weight * b.weight * along) / 2;
        second += (a.weight * b.weight * along * along) / 4;
      }
    return second - mean ** 2;
  };
  const loss = (theta: readonly number[]) =>
    inputs.reduce((sum, x) => {
      const truth = probability(x, parameters);
      const p = probability(x, theta);
      return sum - (truth * Math.log(p) + (1 - truth) * Math.log(1 - p)) / inputs.length;
    }, 0);
  const flatness = (t: number) => {
    const v = [Math.cos(t), Math.sin(t)];
    const at = (h: number) => loss(parameters.map((x, i) => x + h * v[i]));
    return at(1e-3) + at(-1e-3);
  };
  const flat = leastAngle(flatness);
  const stiff = leastAngle(t => -flatness(t));
  const mean = (variance([1, 0]) + variance([0, 1])) / 2;
  return [flat, stiff].map(t => variance([Math.cos(t), Math.sin(t)]) / mean);
}

function leastAngle(f: (t: number) => number): number {
  const [low, high] = aroundLeastAngle(f, 180, 30);
  return (low + high) / 2;
}
