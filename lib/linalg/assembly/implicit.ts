// The implicit QL iteration on a symmetric tridiagonal matrix, EISPACK's tql2, in the order of operations of
// `ml-matrix`. The rotations of a sweep are kept and applied to a few columns after another, which changes no bit.

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

function hypotenuse(a: f64, b: f64): f64 {
  if (abs(a) > abs(b)) {
    const r = b / a;
    return abs(a) * sqrt(1 + r * r);
  }
  if (b != 0) {
    const r = a / b;
    return abs(b) * sqrt(1 + r * r);
  }
  return 0;
}

/**
 * d and e: the matrix, then its eigenvalues in d, ascending; the rows of V turn with them, where V is not 0.
 * c, s: room for n.
 */
export function diagonalise(
  v: usize, d: usize, e: usize, c: usize, s: usize, n: i32, stride: i32
): void {
  const row = (<usize>stride) << 3;
  for (let i = 1; i < n; i++) set(e, i - 1, get(e, i));
  set(e, n - 1, 0);
  let f: f64 = 0;
  let size: f64 = 0;
  for (let l = 0; l < n; l++) {
    size = max(size, abs(get(d, l)) + abs(get(e, l)));
    let m = l;
    while (m < n && !(abs(get(e, m)) <= f64.EPSILON * size)) m++;
    if (m > l)
      do {
        f += sweep(d, e, c, s, l, m, n);
        if (v) turn(v, c, s, l, m, row, stride);
      } while (abs(get(e, l)) > f64.EPSILON * size);
    set(d, l, get(d, l) + f);
    set(e, l, 0);
  }
  sort(v, d, n, row);
}

/** One sweep over d and e from m to l; its rotations go to c and s. Returns its shift. */
function sweep(d: usize, e: usize, c: usize, s: usize, l: i32, m: i32, n: i32): f64 {
  const g = get(d, l);
  let p = (get(d, l + 1) - g) / (2 * get(e, l));
  let r = hypotenuse(p, 1);
  if (p < 0) r = -r;
  set(d, l, get(e, l) / (p + r));
  set(d, l + 1, get(e, l) * (p + r));
  const next = get(d, l + 1);
  const shift = g - get(d, l);
  for (let i = l + 2; i < n; i++) set(d, i, get(d, i) - shift);
  p = get(d, m);
  let cosine: f64 = 1, cosine2: f64 = 1, cosine3: f64 = 1;
  const beside = get(e, l + 1);
  let sine: f64 = 0, sine2: f64 = 0;
  for (let i = m - 1; i >= l; i--) {
    cosine3 = cosine2;
    cosine2 = cosine;
    sine2 = sine;
    const g = cosine * get(e, i);
    const h = cosine * p;
    const r = hypotenuse(p, get(e, i));
    set(e, i + 1, sine * r);
    sine = get(e, i) / r;
    cosine = p / r;
    p = cosine * get(d, i) - sine * g;
    set(d, i + 1, h + sine * (cosine * g + sine * get(d, i)));
    set(c, i, cosine);
    set(s, i, sine);
  }
  p = (-sine * sine2 * cosine3 * beside * get(e, l)) / next;
  set(e, l, sine * p);
  set(d, l, cosine * p);
  return shift;
}

/** Applies the rotations of a sweep to the rows l to m of V, eight columns and then four at a time. */
function turn(v: usize, c: usize, s: usize, l: i32, m: i32, row: usize, stride: i32): void {
  let k = 0;
  for (; k + 8 <= stride; k += 8) {
    let at = v + row * <usize>m + ((<usize>k) << 3);
    let x0 = v128.load(at), x1 = v128.load(at, 16), x2 = v128.load(at, 32), x3 = v128.load(at, 48);
    for (let i = m - 1; i >= l; i--) {
      const above = at - row;
      const cs = v128.load64_splat(c + ((<usize>i) << 3));
      const sn = v128.load64_splat(s + ((<usize>i) << 3));
      const y0 = v128.load(above), y1 = v128.load(above, 16);
      const y2 = v128.load(above, 32), y3 = v128.load(above, 48);
      v128.store(at, f64x2.add(f64x2.mul(sn, y0), f64x2.mul(cs, x0)));
      v128.store(at, f64x2.add(f64x2.mul(sn, y1), f64x2.mul(cs, x1)), 16);
      v128.store(at, f64x2.add(f64x2.mul(sn, y2), f64x2.mul(cs, x2)), 32);
      v128.store(at, f64x2.add(f64x2.mul(sn, y3), f64x2.mul(cs, x3)), 48);
      x0 = f64x2.sub(f64x2.mul(cs, y0), f64x2.mul(sn, x0));
      x1 = f64x2.sub(f64x2.mul(cs, y1), f64x2.mul(sn, x1));
      x2 = f64x2.sub(f64x2.mul(cs, y2), f64x2.mul(sn, x2));
      x3 = f64x2.sub(f64x2.mul(cs, y3), f64x2.mul(sn, x3));
      at = above;
    }
    v128.store(at, x0);
    v128.store(at, x1, 16);
    v128.store(at, x2, 32);
    v128.store(at, x3, 48);
  }
  for (; k < stride; k += 4) {
    let at = v + row * <usize>m + ((<usize>k) << 3);
    let x0 = v128.load(at), x1 = v128.load(at, 16);
    for (let i = m - 1; i >= l; i--) {
      const above = at - row;
      const cs = v128.load64_splat(c + ((<usize>i) << 3));
      const sn = v128.load64_splat(s + ((<usize>i) << 3));
      const y0 = v128.load(above), y1 = v128.load(above, 16);
      v128.store(at, f64x2.add(f64x2.mul(sn, y0), f64x2.mul(cs, x0)));
      v128.store(at, f64x2.add(f64x2.mul(sn, y1), f64x2.mul(cs, x1)), 16);
      x0 = f64x2.sub(f64x2.mul(cs, y0), f64x2.mul(sn, x0));
      x1 = f64x2.sub(f64x2.mul(cs, y1), f64x2.mul(sn, x1));
      at = above;
    }
    v128.store(at, x0);
    v128.store(at, x1, 16);
  }
}

/** Eigenvalues ascending, by exchanging each with the least of those after it; rows of V with them. */
function sort(v: usize, d: usize, n: i32, row: usize): void {
  for (let i = 0; i < n - 1; i++) {
    let k = i;
    let p = get(d, i);
    for (let j = i + 1; j < n; j++)
      if (get(d, j) < p) {
        k = j;
        p = get(d, j);
      }
    if (k != i) {
      set(d, k, get(d, i));
      set(d, i, p);
      if (!v) continue;
      const a = v + row * <usize>i;
      const b = v + row * <usize>k;
      for (let j = 0; j < n; j++) {
        const x = get(a, j);
        set(a, j, get(b, j));
        set(b, j, x);
      }
    }
  }
}
