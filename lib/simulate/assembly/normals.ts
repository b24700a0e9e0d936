// Standard normals, four replicates abreast: lane k of every vector belongs to replicate k.
//
// xoshiro128++ (Blackman & Vigna 2021), one stream per lane, gives two words x, y per pair:
//   r² = −2 log u,  u = ((x >> 1) + ½) 2⁻³¹,   φ = y 2⁻³¹ π/2,   sign = bit 0 of x,
//   z₀ = ± r cos φ,  z₁ = ± r sin φ            (Box & Muller 1958).
// u reaches down to 2⁻³², so |z| reaches √(64 log 2) = 6.66.
// The polynomials are minimax fits: relative error 1.7e-7 in −2 log(1+f) = f Q(f) on [√½ − 1, √2 − 1],
// 5.4e-9 in sin(πt/2) = t S(t²), absolute error 4.7e-8 in cos(πt/2) = C(t²), t ∈ [−1, 1].
// Constants are loaded from memory: engines rebuild a v128.const at each use, which costs a fifth.

const CONSTANTS: usize = memory.data(25 * 16, 16);

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load(CONSTANTS + index * 16);
}

const VALUES: usize = memory.data<f32>([
  -1.999999890618953, 1.0000073024701222, -0.6667011789389576, 0.4993981811857861,
  -0.3980033082650856, 0.3450165943094952, -0.3244516184461125, 0.20213792117731727,
  1.5707963184476963, -0.6459637105998662, 0.07968967894797004, -0.004673766612662714,
  0.00015148513085524033,
  0.9999999534666711, -1.233698214668929, 0.2536507446359479, -0.02081062752025344,
  0.0008581906198921957,
  0.5, -1.0, -1.3862943611198906, 4.656612873077393e-10
]);
for (let i = 0; i < 22; i++) v128.store(CONSTANTS + (<usize>i << 4), f32x4.splat(load<f32>(VALUES + (<usize>i << 2))));

/** The bits of √½, which those of √½ 2³¹ exceed by 31 exponents. */
const ROOT_HALF: i32 = 0x3f3504f3;
v128.store(CONSTANTS + 22 * 16, i32x4.splat(ROOT_HALF + (31 << 23)));
v128.store(CONSTANTS + 23 * 16, i32x4.splat(0x007fffff));
v128.store(CONSTANTS + 24 * 16, i32x4.splat(ROOT_HALF));

// @ts-ignore: decorator
@inline
function rotateLeft(x: v128, k: i32): v128 {
  return v128.or(i32x4.shl(x, k), i32x4.shr_u(x, 32 - k));
}

/** Writes the pairs of normals of the words x, y and u, v, side by side: a constant is loaded once for both. */
// @ts-ignore: decorator
@inline
function transform(out: usize, x: v128, y: v128, u: v128, v: v128): void {
  // −2 log u, never negative: u 2³¹ = m 2ᵉ⁺³¹ with m = 1 + f in [√½, √2), where e < 0 or m ≤ 1
  let k = constant(18);
  let l = constant(22);
  const bits = i32x4.sub(f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(x, 1)), k), l);
  const bitsOther = i32x4.sub(f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(u, 1)), k), l);
  k = constant(23);
  l = constant(24);
  let f = i32x4.add(v128.and(bits, k), l);
  let g = i32x4.add(v128.and(bitsOther, k), l);
  k = constant(19);
  f = f32x4.add(f, k);
  g = f32x4.add(g, k);
  const f2 = f32x4.mul(f, f);
  const g2 = f32x4.mul(g, g);
  k = constant(6);
  l = constant(7);
  let p = f32x4.mul(f32x4.add(k, f32x4.mul(l, f)), f2);
  let q = f32x4.mul(f32x4.add(k, f32x4.mul(l, g)), g2);
  k = constant(4);
  l = constant(5);
  p = f32x4.mul(f32x4.add(f32x4.add(k, f32x4.mul(l, f)), p), f32x4.mul(f2, f2));
  q = f32x4.mul(f32x4.add(f32x4.add(k, f32x4.mul(l, g)), q), f32x4.mul(g2, g2));
  k = constant(2);
  l = constant(3);
  let m = f32x4.mul(f32x4.add(k, f32x4.mul(l, f)), f2);
  let n = f32x4.mul(f32x4.add(k, f32x4.mul(l, g)), g2);
  k = constant(0);
  l = constant(1);
  p = f32x4.mul(f, f32x4.add(f32x4.add(f32x4.add(k, f32x4.mul(l, f)), m), p));
  q = f32x4.mul(g, f32x4.add(f32x4.add(f32x4.add(k, f32x4.mul(l, g)), n), q));
  k = constant(20);
  p = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23)), k), p);
  q = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_s(bitsOther, 23)), k), q);
  const r = v128.xor(f32x4.sqrt(p), i32x4.shl(x, 31));
  const t = v128.xor(f32x4.sqrt(q), i32x4.shl(u, 31));

  // cos φ and sin φ
  k = constant(21);
  const a = f32x4.mul(f32x4.convert_i32x4_s(y), k);
  const b = f32x4.mul(f32x4.convert_i32x4_s(v), k);
  const a2 = f32x4.mul(a, a);
  const b2 = f32x4.mul(b, b);
  const a4 = f32x4.mul(a2, a2);
  const b4 = f32x4.mul(b2, b2);
  k = constant(17);
  m = f32x4.mul(k, a4);
  n = f32x4.mul(k, b4);
  k = constant(15);
  l = constant(16);
  p = f32x4.mul(a4, f32x4.add(f32x4.add(k, f32x4.mul(l, a2)), m));
  q = f32x4.mul(b4, f32x4.add(f32x4.add(k, f32x4.mul(l, b2)), n));
  k = constant(13);
  l = constant(14);
  p = f32x4.add(f32x4.add(k, f32x4.mul(l, a2)), p);
  q = f32x4.add(f32x4.add(k, f32x4.mul(l, b2)), q);
  v128.store(out, f32x4.mul(r, p), 0);
  v128.store(out, f32x4.mul(t, q), 32);
  k = constant(12);
  m = f32x4.mul(k, a4);
  n = f32x4.mul(k, b4);
  k = constant(10);
  l = constant(11);
  p = f32x4.mul(a4, f32x4.add(f32x4.add(k, f32x4.mul(l, a2)), m));
  q = f32x4.mul(b4, f32x4.add(f32x4.add(k, f32x4.mul(l, b2)), n));
  k = constant(8);
  l = constant(9);
  p = f32x4.mul(a, f32x4.add(f32x4.add(k, f32x4.mul(l, a2)), p));
  q = f32x4.mul(b, f32x4.add(f32x4.add(k, f32x4.mul(l, b2)), q));
  v128.store(out, f32x4.mul(r, p), 16);
  v128.store(out, f32x4.mul(t, q), 48);
}

/**
 * Writes `pairs` (even) pairs of normals for four replicates: f32x4 z₀, z₁, z₀, z₁, … from `out` on.
 * `state` holds words s₀…s₃ of the four streams, each as one i32x4, and is advanced.
 * Two pairs at a time: their latencies overlap.
 */
export function normals(state: usize, out: usize, pairs: i32): void {
  let s0 = v128.load(state, 0);
  let s1 = v128.load(state, 16);
  let s2 = v128.load(state, 32);
  let s3 = v128.load(state, 48);
  let t: v128;
  for (const end = out + (<usize>pairs << 5); out < end; out += 64) {
    const x0 = i32x4.add(rotateLeft(i32x4.add(s0, s3), 7), s0);
    t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = rotateLeft(s3, 11);

    const y0 = i32x4.add(rotateLeft(i32x4.add(s0, s3), 7), s0);
    t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = rotateLeft(s3, 11);

    const x1 = i32x4.add(rotateLeft(i32x4.add(s0, s3), 7), s0);
    t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = rotateLeft(s3, 11);

    const y1 = i32x4.add(rotateLeft(i32x4.add(s0, s3), 7), s0);
    t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = rotateLeft(s3, 11);

    transform(out, x0, y0, x1, y1);
  }
  v128.store(state, s0, 0);
  v128.store(state, s1, 16);
  v128.store(state, s2, 32);
  v128.store(state, s3, 48);
}
