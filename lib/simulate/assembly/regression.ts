import {lower, upper} from "./advance";

// Mini-batch gradient descent on ½ (wᵀx − y)², the gradient as it is: its noise depends on w.
//     g = (1/b) Σ_batch x (wᵀx − y);   m ← µ m + g;   w ← w − ηₜ m

// @ts-ignore: decorator
@inline
function descend(
  state: usize, momentum: usize, gradient: usize, dimension: i32, step: v128, inverse: v128,
  mu: v128, path: usize, pathStride: i32
): void {
  const row = <usize>pathStride << 5;
  for (let i: usize = 0, last = <usize>dimension << 5; i != last; i += 32) {
    const m0 = f64x2.add(f64x2.mul(mu, v128.load(momentum + i)), f64x2.mul(inverse, v128.load(gradient + i)));
    const m1 = f64x2.add(f64x2.mul(mu, v128.load(momentum + i, 16)), f64x2.mul(inverse, v128.load(gradient + i, 16)));
    const w0 = f64x2.sub(v128.load(state + i), f64x2.mul(step, m0));
    const w1 = f64x2.sub(v128.load(state + i, 16), f64x2.mul(step, m1));
    v128.store(momentum + i, m0);
    v128.store(momentum + i, m1, 16);
    v128.store(state + i, w0);
    v128.store(state + i, w1, 16);
    v128.store(gradient + i, f64x2.splat(0));
    v128.store(gradient + i, f64x2.splat(0), 16);
    if (path) {
      v128.store(path, w0);
      v128.store(path, w1, 16);
      path += row;
    }
  }
}

/**
 * Batches of fresh samples. samples: f32×4 at [step][sample][x₁ … x_d, y], each to be multiplied by
 * its entry of gain (f64, d + 1). gradient: zeroed scratch, f64×4 per coordinate.
 */
export function regressFresh(
  state: usize, momentum: usize, gradient: usize, gain: usize, samples: usize, batch: i32,
  path: usize, pathStride: i32, dimension: i32, steps: i32, rates: usize, rateStride: usize, mu: f64
): void {
  const inverse = f64x2.splat(1 / <f64>batch);
  const end = <usize>dimension << 4;
  for (let t = 0; t < steps; t++, rates += rateStride) {
    for (let s = 0; s < batch; s++) {
      const y = v128.load(samples + end);
      const scale = v128.load64_splat(gain + (end >> 1));
      let r0 = f64x2.sub(f64x2.splat(0), f64x2.mul(scale, lower(y)));
      let r1 = f64x2.sub(f64x2.splat(0), f64x2.mul(scale, upper(y)));
      for (let i: usize = 0; i != end; i += 16) {
        const x = v128.load(samples + i);
        const c = v128.load64_splat(gain + (i >> 1));
        r0 = f64x2.add(r0, f64x2.mul(v128.load(state + 2 * i), f64x2.mul(c, lower(x))));
        r1 = f64x2.add(r1, f64x2.mul(v128.load(state + 2 * i, 16), f64x2.mul(c, upper(x))));
      }
      for (let i: usize = 0; i != end; i += 16) {
        const x = v128.load(samples + i);
        const c = v128.load64_splat(gain + (i >> 1));
        v128.store(gradient + 2 * i, f64x2.add(v128.load(gradient + 2 * i), f64x2.mul(r0, f64x2.mul(c, lower(x)))));
        v128.store(gradient + 2 * i, f64x2.add(v128.load(gradient + 2 * i, 16), f64x2.mul(r1, f64x2.mul(c, upper(x)))), 16);
      }
      samples += end + 16;
    }
    descend(state, momentum, gradient, dimension, v128.load64_splat(rates), inverse, f64x2.splat(mu), path, pathStride);
    if (path) path += 32;
  }
}

// @ts-ignore: decorator
@inline
function rotateLeft(x: u32, k: u32): u32 {
  return (x << k) | (x >> (32 - k));
}

/** The next word of one lane of a stream state, i32×4 per word. */
function word(lane: usize): u32 {
  let s0 = load<u32>(lane, 0);
  let s1 = load<u32>(lane, 16);
  let s2 = load<u32>(lane, 32);
  let s3 = load<u32>(lane, 48);
  const out = rotateLeft(s0 + s3, 7) + s0;
  const t = s1 << 9;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  store<u32>(lane, s0, 0);
  store<u32>(lane, s1, 16);
  store<u32>(lane, s2 ^ t, 32);
  store<u32>(lane, rotateLeft(s3, 11), 48);
  return out;
}

/** A uniform integer in [0, bound), exactly: Lemire's multiplication with rejection (2019). */
function below(lane: usize, bound: u32): u32 {
  let product = <u64>word(lane) * <u64>bound;
  if (<u32>product < bound) {
    const threshold: u32 = (0 - bound) % bound;
    while (<u32>product < threshold) product = <u64>word(lane) * <u64>bound;
  }
  return <u32>(product >> 32);
}

/**
 * Batches from a fixed data set. data: f64 rows [x₁ … x_d, y], `count` of them.
 * order: u32 permutation of the rows per lane, kept between calls, for batches without replacement
 * (a partial Fisher–Yates shuffle yields a uniform subset whatever the order before); 0: with.
 */
export function regressFixed(
  stream: usize, state: usize, momentum: usize, gradient: usize, data: usize, count: i32,
  order: usize, batch: i32, path: usize, pathStride: i32, dimension: i32, steps: i32,
  rates: usize, rateStride: usize, mu: f64
): void {
  const inverse = f64x2.splat(1 / <f64>batch);
  const size = <usize>dimension << 3;
  for (let t = 0; t < steps; t++, rates += rateStride) {
    for (let lane: usize = 0; lane < 4; lane++) {
      const w = state + 8 * lane;
      const g = gradient + 8 * lane;
      const indices = order + ((lane * <usize>count) << 2);
      for (let s = 0; s < batch; s++) {
        let index: u32;
        if (order) {
          const at = indices + (<usize>s << 2);
          const from = at + (<usize>below(stream + 4 * lane, count - s) << 2);
          index = load<u32>(from);
          store<u32>(from, load<u32>(at));
          store<u32>(at, index);
        } else index = below(stream + 4 * lane, count);
        const x = data + <usize>index * (size + 8);
        let r = -load<f64>(x + size);
        for (let i: usize = 0; i != size; i += 8) r += load<f64>(w + 4 * i) * load<f64>(x + i);
        for (let i: usize = 0; i != size; i += 8)
          store<f64>(g + 4 * i, load<f64>(g + 4 * i) + r * load<f64>(x + i));
      }
    }
    descend(state, momentum, gradient, dimension, v128.load64_splat(rates), inverse, f64x2.splat(mu), path, pathStride);
    if (path) path += 32;
  }
}
