// The reduction to Hessenberg form and the sweeps of Francis' QR iteration, in the order of operations of
// `householder.ts`, `hessenberg.ts` and `realSchur.ts`. Matrices are row by row, n entries each.

// @ts-ignore: decorator
@inline
function get(list: usize, k: i32): f64 {
  return load<f64>(list + ((<usize>k) << 3));
}

// @ts-ignore: decorator
@inline
function set(list: usize, k: i32, value: f64): void {
  store<f64>(list + ((<usize>k) << 3), value);
}

/** Makes of x, `length` numbers, the v of its reflector in place; returns β, 0 where x is zero. */
function reflector(x: usize, length: i32): f64 {
  let scale: f64 = 0;
  for (let i = 0; i < length; i++) scale = max(scale, abs(get(x, i)));
  if (scale == 0) return 0;
  let sum: f64 = 0;
  for (let i = 0; i < length; i++) {
    const y = get(x, i) / scale;
    set(x, i, y);
    sum += y * y;
  }
  const size = sqrt(sum);
  set(x, 0, get(x, 0) + (get(x, 0) < 0 ? -size : size));
  sum = 0;
  for (let i = 0; i < length; i++) sum += get(x, i) * get(x, i);
  return 2 / sum;
}

/**
 * Rows `first` and after, `length` of them, become (I − βvvᵀ) times themselves, in columns [from, to), each sum over
 * the rows in ascending order. sums: room for n numbers.
 */
function left(
  a: usize, n: i32, first: i32, v: usize, length: i32, beta: f64, from: i32, to: i32, sums: usize
): void {
  if (beta == 0) return;
  const row = (<usize>n) << 3;
  const top = a + row * <usize>first;
  if (length == 3) return left3(top + ((<usize>from) << 3), row, v, beta, to - from);
  for (let j = from; j < to; j++) set(sums, j, 0);
  let at = top;
  for (let i = 0; i < length; i++, at += row) addTimes(sums, at, get(v, i), from, to);
  for (let j = from; j < to; j++) set(sums, j, get(sums, j) * beta);
  at = top;
  for (let i = 0; i < length; i++, at += row) addTimes(at, sums, -get(v, i), from, to);
}

/** x += cy in columns [from, to). */
// @ts-ignore: decorator
@inline
function addTimes(x: usize, y: usize, c: f64, from: i32, to: i32): void {
  const cs = f64x2.splat(c);
  let j = from;
  for (; j + 2 <= to; j += 2) {
    const at = (<usize>j) << 3;
    v128.store(x + at, f64x2.add(v128.load(x + at), f64x2.mul(cs, v128.load(y + at))));
  }
  if (j < to) set(x, j, get(x, j) + c * get(y, j));
}

/** The same for three rows from `a` on, `count` entries of each. */
// @ts-ignore: decorator
@inline
function left3(a: usize, row: usize, v: usize, beta: f64, count: i32): void {
  const x = f64x2.splat(get(v, 0)), y = f64x2.splat(get(v, 1)), z = f64x2.splat(get(v, 2));
  const betas = f64x2.splat(beta);
  const b = a + row;
  const c = b + row;
  let j = 0;
  for (; j + 2 <= count; j += 2) {
    const at = (<usize>j) << 3;
    const p = v128.load(a + at), q = v128.load(b + at), r = v128.load(c + at);
    const sum = f64x2.mul(
      f64x2.add(f64x2.add(f64x2.mul(x, p), f64x2.mul(y, q)), f64x2.mul(z, r)),
      betas
    );
    v128.store(a + at, f64x2.sub(p, f64x2.mul(sum, x)));
    v128.store(b + at, f64x2.sub(q, f64x2.mul(sum, y)));
    v128.store(c + at, f64x2.sub(r, f64x2.mul(sum, z)));
  }
  if (j < count) {
    const p = get(a, j), q = get(b, j), r = get(c, j);
    const sum = (get(v, 0) * p + get(v, 1) * q + get(v, 2) * r) * beta;
    set(a, j, p - sum * get(v, 0));
    set(b, j, q - sum * get(v, 1));
    set(c, j, r - sum * get(v, 2));
  }
}

/** Columns `first` and after become themselves times (I − βvvᵀ), in rows [from, to), of which four need not wait. */
function right(
  a: usize, n: i32, first: i32, v: usize, length: i32, beta: f64, from: i32, to: i32
): void {
  if (beta == 0) return;
  const row = (<usize>n) << 3;
  let at = a + row * <usize>from + ((<usize>first) << 3);
  let i = from;
  if (length == 3) {
    const x = get(v, 0), y = get(v, 1), z = get(v, 2);
    for (; i < to; i++, at += row) {
      const p = get(at, 0), q = get(at, 1), r = get(at, 2);
      const sum = (x * p + y * q + z * r) * beta;
      set(at, 0, p - sum * x);
      set(at, 1, q - sum * y);
      set(at, 2, r - sum * z);
    }
    return;
  }
  for (; i + 4 <= to; i += 4, at += 4 * row) {
    const b = at + row;
    const c = b + row;
    const d = c + row;
    let p: f64 = 0, q: f64 = 0, r: f64 = 0, s: f64 = 0;
    for (let j = 0; j < length; j++) {
      const x = get(v, j);
      p += x * get(at, j);
      q += x * get(b, j);
      r += x * get(c, j);
      s += x * get(d, j);
    }
    addTimes(at, v, -(p * beta), 0, length);
    addTimes(b, v, -(q * beta), 0, length);
    addTimes(c, v, -(r * beta), 0, length);
    addTimes(d, v, -(s * beta), 0, length);
  }
  for (; i < to; i++, at += row) {
    let sum: f64 = 0;
    for (let j = 0; j < length; j++) sum += get(v, j) * get(at, j);
    addTimes(at, v, -(sum * beta), 0, length);
  }
}

/**
 * h: the matrix, then its Hessenberg form; q: the identity, then the transpose of what turns it. v, sums: room for n
 * numbers each.
 */
export function hessenberg(h: usize, q: usize, v: usize, sums: usize, n: i32): void {
  const row = (<usize>n) << 3;
  for (let k = 0; k < n - 2; k++) {
    const length = n - k - 1;
    let any = false;
    for (let i = 0; i < length; i++) {
      const x = get(h + row * <usize>(k + 1 + i), k);
      set(v, i, x);
      if (i > 0 && x != 0) any = true;
    }
    if (!any) continue;
    const beta = reflector(v, length);
    left(h, n, k + 1, v, length, beta, k, n, sums);
    right(h, n, k + 1, v, length, beta, 0, n);
    left(q, n, k + 1, v, length, beta, 0, n, sums);
    for (let i = k + 2; i < n; i++) set(h + row * <usize>i, k, 0);
  }
}

/**
 * One sweep over the rows low to high of t with the given shift; the rows of u turn with it. v: room for 3 numbers;
 * sums: for n.
 */
export function francis(
  t: usize, u: usize, v: usize, sums: usize, n: i32, low: i32, high: i32,
  shift: f64, other: f64, w: f64
): void {
  const row = (<usize>n) << 3;
  const first = t + row * <usize>low;
  const r = shift - get(first, low);
  const s = other - get(first, low);
  let x = (r * s - w) / get(first + row, low) + get(first, low + 1);
  let y = get(first + row, low + 1) - get(first, low) - r - s;
  let z = get(first + 2 * row, low + 1);
  for (let k = low; k < high; k++) {
    const length = k < high - 1 ? 3 : 2;
    set(v, 0, x);
    set(v, 1, y);
    set(v, 2, z);
    const beta = reflector(v, length);
    left(t, n, k, v, length, beta, max(low, k - 1), n, sums);
    right(t, n, k, v, length, beta, 0, min(high, k + 3) + 1);
    left(u, n, k, v, length, beta, 0, n, sums);
    if (k > low)
      for (let i = k + 1; i < k + length; i++) set(t + row * <usize>i, k - 1, 0);
    x = get(t + row * <usize>(k + 1), k);
    y = k + 2 <= high ? get(t + row * <usize>(k + 2), k) : 0;
    z = k + 3 <= high ? get(t + row * <usize>(k + 3), k) : 0;
  }
}
