// lib/elementary/fma.ts in WebAssembly: a·b + c rounded once.

export function fma(a: f64, b: f64, c: f64): f64 {
  const uh = a * b;
  const ul = productError(a, b, uh);
  const th = c + ul;
  const tl = sumError(c, ul, th);
  const vh = uh + th;
  const vl = sumError(uh, th, vh);
  const zh = tl + vl;
  const zl = sumError(tl, vl, zh);
  return vh + towardsOdd(zh, zl);
}

// @ts-ignore: decorator
@inline
function sumError(a: f64, b: f64, sum: f64): f64 {
  const v = sum - a;
  return a - (sum - v) + (b - v);
}

// @ts-ignore: decorator
@inline
function productError(a: f64, b: f64, product: f64): f64 {
  const ta = 134217729.0 * a;
  const a1 = ta - (ta - a);
  const a2 = a - a1;
  const tb = 134217729.0 * b;
  const b1 = tb - (tb - b);
  const b2 = b - b1;
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

// @ts-ignore: decorator
@inline
function towardsOdd(high: f64, low: f64): f64 {
  const bits = reinterpret<u64>(high);
  if (low == 0 || (bits & 1)) return high;
  return reinterpret<f64>((low > 0) == (high > 0) ? bits + 1 : bits - 1);
}
