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

/** Rows `first` and after, `length` of them, become (I − βvvᵀ) times themselves, in columns [from, to). */
function left(
  a: usize, n: i32, first: i32, v: usize, length: i32, beta: f64, from: i32, to: i32
): void {
  if (beta == 0) return;
  const row = (<usize>n) << 3;
  const start = a + row * <usize>first;
  let j = from;
  const betas = f64x2.splat(beta);
  for (; j + 2 <= to; j += 2) {
    const top = start + ((<usize>j) << 3);
    let sum = f64x2.splat(0);
    let at = top;
    for (let i = 0; i < length; i++, at += row)
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(v + ((<usize>i) << 3)), v128.load(at)));
    sum = f64x2.mul(sum, betas);
    at = top;
    for (let i = 0; i < length; i++, at += row)
      v128.store(
        at,
        f64x2.sub(v128.load(at), f64x2.mul(sum, v128.load64_splat(v + ((<usize>i) << 3))))
      );
  }
  for (; j < to; j++) {
    const top = start + ((<usize>j) << 3);
    let sum: f64 = 0;
    let at = top;
    for (let i = 0; i < length; i++, at += row) sum += get(v, i) * load<f64>(at);
    sum *= beta;
    at = top;
    for (let i = 0; i < length; i++, at += row) store<f64>(at, load<f64>(at) - sum * get(v, i));
  }
}

/** Columns `first` and after become themselves times (I − βvvᵀ), in rows [from, to). */
function right(
  a: usize, n: i32, first: i32, v: usize, length: i32, beta: f64, from: i32, to: i32
): void {
  if (beta == 0) return;
  const row = (<usize>n) << 3;
  let at = a + row * <usize>from + ((<usize>first) << 3);
  if (length == 3) {
    const x = get(v, 0), y = get(v, 1), z = get(v, 2);
    for (let i = from; i < to; i++, at += row) {
      const p = get(at, 0), q = get(at, 1), r = get(at, 2);
      const sum = (x * p + y * q + z * r) * beta;
      set(at, 0, p - sum * x);
      set(at, 1, q - sum * y);
      set(at, 2, r - sum * z);
    }
    return;
  }
  for (let i = from; i < to; i++, at += row) {
    let sum: f64 = 0;
    for (let j = 0; j < length; j++) sum += get(v, j) * get(at, j);
    sum *= beta;
    for (let j = 0; j < length; j++) set(at, j, get(at, j) - sum * get(v, j));
  }
}

/** h: the matrix, then its Hessenberg form; q: the identity, then what turns it. v: room for n numbers. */
export function hessenberg(h: usize, q: usize, v: usize, n: i32): void {
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
    left(h, n, k + 1, v, length, beta, k, n);
    right(h, n, k + 1, v, length, beta, 0, n);
    right(q, n, k + 1, v, length, beta, 0, n);
    for (let i = k + 2; i < n; i++) set(h + row * <usize>i, k, 0);
  }
}

/** One sweep over the rows low to high of t with the given shift; u turns with it. v: room for 3 numbers. */
export function francis(
  t: usize, u: usize, v: usize, n: i32, low: i32, high: i32, shift: f64, other: f64, w: f64
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
    left(t, n, k, v, length, beta, max(low, k - 1), n);
    right(t, n, k, v, length, beta, 0, min(high, k + 3) + 1);
    right(u, n, k, v, length, beta, 0, n);
    if (k > low)
      for (let i = k + 1; i < k + length; i++) set(t + row * <usize>i, k - 1, 0);
    x = get(t + row * <usize>(k + 1), k);
    y = k + 2 <= high ? get(t + row * <usize>(k + 2), k) : 0;
    z = k + 3 <= high ? get(t + row * <usize>(k + 3), k) : 0;
  }
}
