import {integer, positive} from "../check.js";
import {exp} from "../elementary/exp.js";
import {log1p} from "../elementary/log1p.js";
import {erfc} from "../statistics/erf.js";
import {absorbingChain} from "./absorbingChain.js";
import {gaussLegendre} from "./gaussLegendre.js";

export interface DiscreteExit {
  /** −log ρ per update, ρ the probability of staying one more update once the start is forgotten. */
  rate: number;
  /** Mean number of updates until the first one outside, from a given start. */
  meanTime(start: number): number;
}

/**
 * Exact exit from an interval of one-dimensional SGD with Gaussian noise
 *
 *     w ← w − λ(L′(w) + η),   η ~ N(0, C(w)),   until w ∉ (from, to)
 *
 * `slope` is L′, `noise` is C > 0, already divided by the batch size. The transition operator
 * (Kf)(x) = ∫ f(y) N(y; x − λL′(x), λ²C(x)) dy on the interval is discretised at Gauss–Legendre nodes
 * (Nyström). Mean times solve (I − K)τ = 1, and 1 − ρ is the smallest eigenvalue of I − K, by inverse
 * iteration; the solver never subtracts, so rates of 10⁻³⁰ are as good as any. No small step, no
 * high barrier and no current is assumed: this is what Kramers' rates are to be held against.
 * Converges faster than any power of `nodes` if L′ and C are smooth between the `breaks`; where C steps
 * at a point that is none of them, erratically, like nodes⁻¹.
 *
 * @throws RangeError unless from < to, both finite, λ > 0, C > 0 on the nodes, nodes in [8, 3000] and
 * dense enough to resolve the noise (widest spacing below λ√C/2), and breaks ascending in (from, to).
 * @example
 * discreteExit({slope: w => w, noise: () => 1, learningRate: 1, from: -1, to: 1}).rate;
 * // −log erf(1/√2): w is fresh noise at every update
 */
export function discreteExit({
  slope,
  noise,
  learningRate,
  from,
  to,
  nodes = 300,
  breaks = []
}: {
  slope: (w: number) => number;
  noise: (w: number) => number;
  learningRate: number;
  from: number;
  to: number;
  nodes?: number;
  breaks?: readonly number[];
}): DiscreteExit {
  const lambda = positive("learningRate", learningRate);
  integer("nodes", nodes, 8, 3000);
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(`from and to must be finite, from < to; got (${from}, ${to})`);
  const {points, weights, spacing} = panels(nodes, [from, ...breaks, to]);

  const step = (x: number) => {
    const centre = x - lambda * slope(x);
    const deviation = lambda * Math.sqrt(positive(`noise(${x})`, noise(x)));
    if (!(spacing < deviation / 2))
      throw new RangeError(
        `nodes must be at least ${Math.ceil((2 * points.length * spacing) / deviation)} to resolve a noise of ${deviation}; got ${nodes}`
      );
    const stay = Float64Array.from(points, (y, j) => {
      const z = (y - centre) / deviation;
      return (weights[j] * exp(-0.5 * z * z)) / (deviation * Math.sqrt(2 * Math.PI));
    });
    const scale = deviation * Math.SQRT2;
    return {stay, leave: (erfc((centre - from) / scale) + erfc((to - centre) / scale)) / 2};
  };
  const steps = points.map(step);
  const solve = absorbingChain(
    steps.map(s => s.stay),
    Float64Array.from(steps, s => s.leave)
  );
  const times = solve(new Float64Array(points.length).fill(1));

  let shape = times;
  let inverse = 0;
  for (let i = 0; i < 1000; i++) {
    const largest = shape.reduce((a, b) => Math.max(a, b));
    shape = solve(shape.map(v => v / largest));
    const next = shape.reduce((a, b) => Math.max(a, b));
    const settled = Math.abs(next - inverse) <= 1e-14 * next;
    inverse = next;
    if (settled) break;
  }
  return {
    rate: -log1p(-1 / inverse),
    meanTime: start => {
      const {stay} = step(start);
      return stay.reduce((sum, k, j) => sum + k * times[j], 1);
    }
  };
}

/** A Gauss–Legendre rule on each panel, with nodes in proportion to its length. */
function panels(nodes: number, edges: readonly number[]) {
  const length = edges[edges.length - 1] - edges[0];
  const points: number[] = [];
  const weights: number[] = [];
  let spacing = 0;
  for (let i = 1; i < edges.length; i++) {
    const width = edges[i] - edges[i - 1];
    if (!(width > 0))
      throw new RangeError(`breaks must ascend in (from, to) = (${edges[0]}, ${edges.at(-1)})`);
    const share = Math.max(8, Math.round((nodes * width) / length));
    const rule = gaussLegendre(share, edges[i - 1], edges[i]);
    points.push(...rule.points);
    weights.push(...rule.weights);
    spacing = Math.max(spacing, (Math.PI / 2) * (width / share));
  }
  return {points, weights, spacing};
}
