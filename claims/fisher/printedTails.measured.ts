import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {add, identity, inverse, outer, product, scale, subtract, trace} from "../brute/arrays.js";
import type {MeanRun, Tails} from "../cases/tails.js";
import type {Context} from "../ledger/claim.js";

const eta = 0.25;

/** The 1 − δ quantile of the least ‖θ_t‖²_{F⁻¹} of 400 runs on ½‖θ‖² under noise N(0, F). */
export function normalQuantile({d, weak, start, steps, delta, name}: Tails, {seed}: Context) {
  const runs = 400;
  const f = Array.from({length: d}, (_, i) => (i === 0 ? 1 : weak));
  const least = Array.from({length: runs}, (_, replicate) => {
    const z = normals(uniforms({seed, experiment: "claim tails", cell: name, replicate}));
    const theta = f.map((_, i) => (i === 1 ? start : 0));
    let smallest = Infinity;
    for (let t = 0; t < steps; t++) {
      smallest = Math.min(
        smallest,
        theta.reduce((sum, x, i) => sum + x ** 2 / f[i], 0)
      );
      for (let i = 0; i < d; i++) theta[i] -= eta * (theta[i] + Math.sqrt(f[i]) * z.next());
    }
    return smallest;
  });
  return least.sort((a, b) => a - b)[Math.ceil((1 - delta) * runs) - 1];
}

/** The slope of γ²(√(1 + r²/γ²) − 1). */
const slopeAt = (r: number, gamma: number) => r / Math.sqrt(1 + (r / gamma) ** 2);

/** Where a burst in the first step takes the run, the sign along the start's axis being the worse one. */
export function afterBurst({d, start, slope}: Tails): number {
  const left = start - eta * slopeAt(start, slope);
  return Math.hypot(left - eta, eta * Math.sqrt(d - 1));
}

/**
 * What the least ‖∇L‖²_{F⁻¹} exceeds with probability above δ: a burst in the first step and none in the
 * others, from which the radius falls step by step.
 */
export function burstLevel(each: Tails): number {
  const {weak, start, steps, delta, slope} = each;
  const chance = weak * Math.exp((steps - 1) * Math.log1p(-weak));
  if (chance <= delta) throw new RangeError("the event must be likelier than δ");
  const far = afterBurst(each);
  let r = far;
  for (let t = 2; t < steps; t++) r -= eta * slopeAt(r, slope);
  // The share of ‖g‖² on the first axis, where F is 1 and not p, is η²/r₁², or η²/(η²d) about.
  const share = 1 - (eta / far) ** 2;
  return Math.min(slopeAt(start, slope) ** 2, share * slopeAt(r, slope) ** 2) / weak;
}

/** The mean of E‖∇L(θ_t)‖²_{F⁻¹} over t < T, which the mean of the least is not above. */
export function meanSquare({hessian, metric, start, rate, batchSize, steps}: MeanRun): number {
  const A = subtract(identity(start.length), scale(hessian, rate));
  const image = product(hessian, inverse(metric), hessian);
  const kick = scale(metric, rate ** 2 / batchSize);
  let S = outer(start);
  let sum = 0;
  for (let t = 0; t < steps; t++) {
    sum += trace(product(image, S));
    S = add(product(A, S, A), kick);
  }
  return sum / steps;
}
