import {lower, upper} from "./advance";

/**
 * θᵢ ← (1 − ηₜ hᵢ) θᵢ + γₜ cᵢ nᵢ: as `advance`, with a rate and a gain per step.
 * hessian h, gain c: f64 per coordinate; rates η, gains γ: f64 per step.
 */
export function advanceScheduled(
  state: usize, hessian: usize, gain: usize, noise: usize, stride: i32,
  path: usize, pathStride: i32, dimension: i32, steps: i32, rates: usize, gains: usize
): void {
  const noiseStep = <usize>stride << 4;
  const one = f64x2.splat(1);
  for (let i = 0; i < dimension; i++) {
    let x0 = v128.load(state, 0);
    let x1 = v128.load(state, 16);
    const h = v128.load64_splat(hessian);
    const c = v128.load64_splat(gain);
    let n = noise;
    let p = path;
    for (let t: usize = 0, last = <usize>steps << 3; t != last; t += 8, n += noiseStep) {
      const u = v128.load(n);
      const a = f64x2.sub(one, f64x2.mul(v128.load64_splat(rates + t), h));
      const g = f64x2.mul(v128.load64_splat(gains + t), c);
      x0 = f64x2.add(f64x2.mul(a, x0), f64x2.mul(g, lower(u)));
      x1 = f64x2.add(f64x2.mul(a, x1), f64x2.mul(g, upper(u)));
      if (path) {
        v128.store(p, x0, 0);
        v128.store(p, x1, 16);
        p += 32;
      }
    }
    v128.store(state, x0, 0);
    v128.store(state, x1, 16);
    state += 32;
    hessian += 8;
    gain += 8;
    noise += 16;
    if (path) path += <usize>pathStride << 5;
  }
}
