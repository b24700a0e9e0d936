/**
 * out = AB for rows of `stride` entries, a multiple of four, of which `n` count and the others are zero. Four
 * terms of each sum at a time, ((w + x) + (y + z)), as the plain loop has them.
 */
export function multiply(a: usize, b: usize, out: usize, n: i32, stride: i32): void {
  const row = (<usize>stride) << 3;
  const fours = n & ~3;
  for (let j = 0; j < stride; j += 4)
    for (let i = 0; i < n; i += 2) {
      const first = a + row * <usize>i;
      const second = i + 1 < n ? first + row : first;
      let p0 = f64x2.splat(0), p1 = p0, q0 = p0, q1 = p0;
      let at = b + ((<usize>j) << 3);
      for (let k = 0; k < fours; k += 4, at += 4 * row) {
        const offset = (<usize>k) << 3;
        const x = first + offset;
        const y = second + offset;
        const b0 = v128.load(at), b1 = v128.load(at + row);
        const b2 = v128.load(at + 2 * row), b3 = v128.load(at + 3 * row);
        const c0 = v128.load(at, 16), c1 = v128.load(at + row, 16);
        const c2 = v128.load(at + 2 * row, 16), c3 = v128.load(at + 3 * row, 16);
        p0 = f64x2.add(p0, four(x, b0, b1, b2, b3));
        p1 = f64x2.add(p1, four(x, c0, c1, c2, c3));
        q0 = f64x2.add(q0, four(y, b0, b1, b2, b3));
        q1 = f64x2.add(q1, four(y, c0, c1, c2, c3));
      }
      for (let k = fours; k < n; k++, at += row) {
        const offset = (<usize>k) << 3;
        const x = v128.load64_splat(first + offset);
        const y = v128.load64_splat(second + offset);
        const u = v128.load(at), v = v128.load(at, 16);
        p0 = f64x2.add(p0, f64x2.mul(x, u));
        p1 = f64x2.add(p1, f64x2.mul(x, v));
        q0 = f64x2.add(q0, f64x2.mul(y, u));
        q1 = f64x2.add(q1, f64x2.mul(y, v));
      }
      const target = out + row * <usize>i + ((<usize>j) << 3);
      v128.store(target, p0);
      v128.store(target, p1, 16);
      if (i + 1 < n) {
        v128.store(target + row, q0);
        v128.store(target + row, q1, 16);
      }
    }
}

// @ts-ignore: decorator
@inline
function four(x: usize, b0: v128, b1: v128, b2: v128, b3: v128): v128 {
  const low = f64x2.add(
    f64x2.mul(v128.load64_splat(x), b0),
    f64x2.mul(v128.load64_splat(x, 8), b1)
  );
  const high = f64x2.add(
    f64x2.mul(v128.load64_splat(x, 16), b2),
    f64x2.mul(v128.load64_splat(x, 24), b3)
  );
  return f64x2.add(low, high);
}
