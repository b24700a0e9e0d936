/** Rows that are taken at a time: those of two groups of columns stay in the nearest cache. */
const CHUNK: i32 = 512;
/** Groups of Y that are taken at a time: so many rows of theirs stay in the next cache. */
const BAND: i32 = 32;

/**
 * out = XᵀY, in blocks of four by four; those on the diagonal and above it alone where `upper` is set. `left` and
 * `right`: X and Y in groups of four columns, each group row after row ([group][row][4], zeros beyond the last
 * column); out: [4·groups][4·others], zero to begin with.
 */
export function crossproduct(
  left: usize, right: usize, rows: i32, groups: i32, others: i32, upper: i32, out: usize
): void {
  const size = (<usize>rows) << 5;
  const stride = (<usize>others) << 5;
  for (let from = 0; from < rows; from += CHUNK) {
    const start = (<usize>from) << 5;
    const count = min(CHUNK, rows - from);
    for (let first = 0; first < others; first += BAND) {
      const last = min(first + BAND, others);
      for (let p = 0, end = upper ? last : groups; p < end; p++)
        for (let q = upper ? max(p, first) : first; q < last; q++)
          block(
            left + start + size * <usize>p,
            right + start + size * <usize>q,
            count,
            out + stride * <usize>(4 * p) + ((<usize>q) << 5),
            stride
          );
    }
  }
}

/** Adds to one block of four by four: a sum over the rows, in ascending order, for each of its entries. */
// @ts-ignore: decorator
@inline
function block(left: usize, right: usize, rows: i32, out: usize, stride: usize): void {
  let a0 = v128.load(out), a1 = v128.load(out, 16);
  let b0 = v128.load(out + stride), b1 = v128.load(out + stride, 16);
  let c0 = v128.load(out + 2 * stride), c1 = v128.load(out + 2 * stride, 16);
  let d0 = v128.load(out + 3 * stride), d1 = v128.load(out + 3 * stride, 16);
  for (const end = left + ((<usize>rows) << 5); left != end; left += 32, right += 32) {
    const u = v128.load(right);
    const v = v128.load(right, 16);
    let x = v128.load64_splat(left);
    a0 = f64x2.add(a0, f64x2.mul(x, u));
    a1 = f64x2.add(a1, f64x2.mul(x, v));
    x = v128.load64_splat(left, 8);
    b0 = f64x2.add(b0, f64x2.mul(x, u));
    b1 = f64x2.add(b1, f64x2.mul(x, v));
    x = v128.load64_splat(left, 16);
    c0 = f64x2.add(c0, f64x2.mul(x, u));
    c1 = f64x2.add(c1, f64x2.mul(x, v));
    x = v128.load64_splat(left, 24);
    d0 = f64x2.add(d0, f64x2.mul(x, u));
    d1 = f64x2.add(d1, f64x2.mul(x, v));
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  v128.store(out + stride, b0);
  v128.store(out + stride, b1, 16);
  v128.store(out + 2 * stride, c0);
  v128.store(out + 2 * stride, c1, 16);
  v128.store(out + 3 * stride, d0);
  v128.store(out + 3 * stride, d1, 16);
}
