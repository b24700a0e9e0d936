/** Veltkamp's constant 2²⁷ + 1: splits a double into two halves whose products are exact. */
const SPLITTER: f64 = 134217729;

/**
 * out + carry = A(B + low) in twice the working precision. B, low and the upper halves of B stand in groups of
 * four columns, each row after row ([group][row][4]); A, out and carry in rows of `stride` entries, of which `n`
 * count. Where `low` is 0 there is none.
 */
export function compensated(
  a: usize, b: usize, low: usize, upper: usize, out: usize, carry: usize, n: i32, stride: i32
): void {
  const row = (<usize>stride) << 3;
  const panel = (<usize>n) << 5;
  for (let j = 0; j < stride; j += 4) {
    const skipped = panel * <usize>(j >> 2);
    for (let i = 0; i < n; i++) {
      const at = row * <usize>i + ((<usize>j) << 3);
      if (low == 0) exactBlock(a + row * <usize>i, b + skipped, upper + skipped, out + at, carry + at, n);
      else block(a + row * <usize>i, b + skipped, low + skipped, upper + skipped, out + at, carry + at, n);
    }
  }
}

/** Four entries of one row of the result: sums over k in ascending order, with what rounding loses of them. */
// @ts-ignore: decorator
@inline
function exactBlock(a: usize, b: usize, upper: usize, out: usize, carry: usize, n: i32): void {
  let s0 = f64x2.splat(0), s1 = s0, c0 = s0, c1 = s0;
  for (let k = 0; k < n; k++, a += 8, b += 32, upper += 32) {
    const value = load<f64>(a);
    const c = SPLITTER * value;
    const high = c - (c - value);
    const x = f64x2.splat(value);
    const xHigh = f64x2.splat(high);
    const xLow = f64x2.splat(value - high);
    let y = v128.load(b);
    let yHigh = v128.load(upper);
    let product = f64x2.mul(x, y);
    let sum = f64x2.add(s0, product);
    c0 = f64x2.add(c0, f64x2.add(rest(s0, product, sum), lost(xHigh, xLow, y, yHigh, product)));
    s0 = sum;
    y = v128.load(b, 16);
    yHigh = v128.load(upper, 16);
    product = f64x2.mul(x, y);
    sum = f64x2.add(s1, product);
    c1 = f64x2.add(c1, f64x2.add(rest(s1, product, sum), lost(xHigh, xLow, y, yHigh, product)));
    s1 = sum;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(carry, c0);
  v128.store(carry, c1, 16);
}

/** The same for a B that has a lower part. */
// @ts-ignore: decorator
@inline
function block(
  a: usize, b: usize, low: usize, upper: usize, out: usize, carry: usize, n: i32
): void {
  let s0 = f64x2.splat(0), s1 = s0, c0 = s0, c1 = s0;
  for (let k = 0; k < n; k++, a += 8, b += 32, upper += 32, low += 32) {
    const value = load<f64>(a);
    const c = SPLITTER * value;
    const high = c - (c - value);
    const x = f64x2.splat(value);
    const xHigh = f64x2.splat(high);
    const xLow = f64x2.splat(value - high);
    let y = v128.load(b);
    let yHigh = v128.load(upper);
    let product = f64x2.mul(x, y);
    let sum = f64x2.add(s0, product);
    let left = f64x2.add(rest(s0, product, sum), lost(xHigh, xLow, y, yHigh, product));
    c0 = f64x2.add(c0, f64x2.add(left, f64x2.mul(x, v128.load(low))));
    s0 = sum;
    y = v128.load(b, 16);
    yHigh = v128.load(upper, 16);
    product = f64x2.mul(x, y);
    sum = f64x2.add(s1, product);
    left = f64x2.add(rest(s1, product, sum), lost(xHigh, xLow, y, yHigh, product));
    c1 = f64x2.add(c1, f64x2.add(left, f64x2.mul(x, v128.load(low, 16))));
    s1 = sum;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(carry, c0);
  v128.store(carry, c1, 16);
}

/** What rounding loses of before + product. */
// @ts-ignore: decorator
@inline
function rest(before: v128, product: v128, sum: v128): v128 {
  const part = f64x2.sub(sum, before);
  return f64x2.add(f64x2.sub(before, f64x2.sub(sum, part)), f64x2.sub(product, part));
}

/** What rounding loses of xy. */
// @ts-ignore: decorator
@inline
function lost(xHigh: v128, xLow: v128, y: v128, yHigh: v128, product: v128): v128 {
  const yLow = f64x2.sub(y, yHigh);
  let left = f64x2.sub(f64x2.mul(xHigh, yHigh), product);
  left = f64x2.add(left, f64x2.mul(xHigh, yLow));
  left = f64x2.add(left, f64x2.mul(xLow, yHigh));
  return f64x2.add(left, f64x2.mul(xLow, yLow));
}
