import {lower, upper} from "./advance";

/**
 * gᵢ = hᵢ θᵢ + cᵢ nᵢ;  mᵢ ← µ mᵢ + κ gᵢ;  θᵢ ← θᵢ − ηₜ pᵢ (α gᵢ + β mᵢ)
 *
 * Heavy ball: κ = 1, α = 0, β = 1. QHM: κ = 1 − µ, α = 1 − ν, β = ν.
 * momentum m: as state; hessian h, gain c, preconditioner p: f64 per coordinate; rates η: f64 every
 * `rateStride` bytes, 0 for a constant rate. The rest as in `advance`.
 */
export function advanceMomentum(
  state: usize, momentum: usize, hessian: usize, gain: usize, preconditioner: usize,
  noise: usize, stride: i32, path: usize, pathStride: i32, dimension: i32, steps: i32,
  rates: usize, rateStride: usize, mu: f64, kappa: f64, alpha: f64, beta: f64
): void {
  const noiseStep = <usize>stride << 4;
  const u = f64x2.splat(mu);
  const k = f64x2.splat(kappa);
  const a = f64x2.splat(alpha);
  const b = f64x2.splat(beta);
  for (let i = 0; i < dimension; i++) {
    let x0 = v128.load(state, 0);
    let x1 = v128.load(state, 16);
    let m0 = v128.load(momentum, 0);
    let m1 = v128.load(momentum, 16);
    const h = v128.load64_splat(hessian);
    const c = v128.load64_splat(gain);
    const p = v128.load64_splat(preconditioner);
    let n = noise;
    let out = path;
    let rate = rates;
    for (let t = 0; t < steps; t++, n += noiseStep, rate += rateStride) {
      const z = v128.load(n);
      const step = f64x2.mul(v128.load64_splat(rate), p);
      const g0 = f64x2.add(f64x2.mul(h, x0), f64x2.mul(c, lower(z)));
      const g1 = f64x2.add(f64x2.mul(h, x1), f64x2.mul(c, upper(z)));
      m0 = f64x2.add(f64x2.mul(u, m0), f64x2.mul(k, g0));
      m1 = f64x2.add(f64x2.mul(u, m1), f64x2.mul(k, g1));
      x0 = f64x2.sub(x0, f64x2.mul(step, f64x2.add(f64x2.mul(a, g0), f64x2.mul(b, m0))));
      x1 = f64x2.sub(x1, f64x2.mul(step, f64x2.add(f64x2.mul(a, g1), f64x2.mul(b, m1))));
      if (path) {
        v128.store(out, x0, 0);
        v128.store(out, x1, 16);
        out += 32;
      }
    }
    v128.store(state, x0, 0);
    v128.store(state, x1, 16);
    v128.store(momentum, m0, 0);
    v128.store(momentum, m1, 16);
    state += 32;
    momentum += 32;
    hessian += 8;
    gain += 8;
    preconditioner += 8;
    noise += 16;
    if (path) path += <usize>pathStride << 5;
  }
}
