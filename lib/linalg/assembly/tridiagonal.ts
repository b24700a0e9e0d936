// The reduction of a symmetric matrix to tridiagonal form by Householder reflections, EISPACK's tred2, in the
// order of operations of `ml-matrix`.

// @ts-ignore: decorator
@inline
function at(list: usize, k: i32): usize {
  return list + ((<usize>k) << 3);
}

// @ts-ignore: decorator
@inline
function get(list: usize, k: i32): f64 {
  return load<f64>(at(list, k));
}

// @ts-ignore: decorator
@inline
function set(list: usize, k: i32, value: f64): void {
  store<f64>(at(list, k), value);
}

/**
 * V: the matrix, then the transpose of what reduces it, where `vectors` is set; d its diagonal then, e what stands
 * beside it.
 */
export function tridiagonalise(
  v: usize, d: usize, e: usize, n: i32, stride: i32, vectors: i32
): void {
  const row = (<usize>stride) << 3;
  for (let j = 0; j < n; j++) set(d, j, get(v + row * <usize>j, n - 1));
  for (let i = n - 1; i > 0; i--) {
    let scale: f64 = 0;
    let h: f64 = 0;
    for (let k = 0; k < i; k++) scale = scale + abs(get(d, k));
    if (scale == 0) {
      set(e, i, get(d, i - 1));
      for (let j = 0; j < i; j++) {
        const line = v + row * <usize>j;
        set(d, j, get(line, i - 1));
        set(line, i, 0);
        set(v + row * <usize>i, j, 0);
      }
    } else {
      for (let k = 0; k < i; k++) {
        const x = get(d, k) / scale;
        set(d, k, x);
        h += x * x;
      }
      let f = get(d, i - 1);
      let g = sqrt(h);
      if (f > 0) g = -g;
      set(e, i, scale * g);
      h = h - f * g;
      set(d, i - 1, f - g);
      reflect(v, d, e, i, h, row);
    }
    set(d, i, h);
  }
  if (!vectors) {
    for (let j = 0; j < n; j++) set(d, j, get(v + row * <usize>j, j));
    set(e, 0, 0);
    return;
  }
  accumulate(v, d, n, row);
  for (let j = 0; j < n; j++) {
    const line = v + row * <usize>j;
    set(d, j, get(line, n - 1));
    set(line, n - 1, 0);
  }
  set(v + row * <usize>(n - 1), n - 1, 1);
  set(e, 0, 0);
}

/** One reflection of the leading i×i part, from both sides. */
function reflect(v: usize, d: usize, e: usize, i: i32, h: f64, row: usize): void {
  for (let j = 0; j < i; j++) set(e, j, 0);
  for (let j = 0; j < i; j++) {
    const line = v + row * <usize>j;
    const f = get(d, j);
    set(v + row * <usize>i, j, f);
    let g = get(e, j) + get(line, j) * f;
    for (let k = j + 1; k <= i - 1; k++) {
      const x = get(line, k);
      g += x * get(d, k);
      set(e, k, get(e, k) + x * f);
    }
    set(e, j, g);
  }
  let f: f64 = 0;
  for (let j = 0; j < i; j++) {
    const x = get(e, j) / h;
    set(e, j, x);
    f += x * get(d, j);
  }
  const hh = f / (h + h);
  for (let j = 0; j < i; j++) set(e, j, get(e, j) - hh * get(d, j));
  for (let j = 0; j < i; j++) {
    const line = v + row * <usize>j;
    const x = get(d, j);
    const y = get(e, j);
    let k = j;
    if ((k & 1) && k <= i - 1) {
      set(line, k, get(line, k) - (x * get(e, k) + y * get(d, k)));
      k++;
    }
    const xs = f64x2.splat(x);
    const ys = f64x2.splat(y);
    for (; k < i - 1; k += 2) {
      const sum = f64x2.add(
        f64x2.mul(xs, v128.load(at(e, k))),
        f64x2.mul(ys, v128.load(at(d, k)))
      );
      v128.store(at(line, k), f64x2.sub(v128.load(at(line, k)), sum));
    }
    for (; k <= i - 1; k++) set(line, k, get(line, k) - (x * get(e, k) + y * get(d, k)));
    set(d, j, get(line, i - 1));
    set(line, i, 0);
  }
}

/** The product of the reflections, four rows at a time: each sum in its own order. */
function accumulate(v: usize, d: usize, n: i32, row: usize): void {
  for (let i = 0; i < n - 1; i++) {
    const own = v + row * <usize>i;
    const next = own + row;
    set(own, n - 1, get(own, i));
    set(own, i, 1);
    const h = get(d, i + 1);
    if (h != 0) {
      for (let k = 0; k <= i; k++) set(d, k, get(next, k) / h);
      let j = 0;
      for (; j + 3 <= i; j += 4) {
        const a = v + row * <usize>j;
        const b = a + row;
        const c = b + row;
        const f = c + row;
        let p: f64 = 0, q: f64 = 0, r: f64 = 0, s: f64 = 0;
        for (let k = 0; k <= i; k++) {
          const x = get(next, k);
          p += x * get(a, k);
          q += x * get(b, k);
          r += x * get(c, k);
          s += x * get(f, k);
        }
        less(a, d, p, i);
        less(b, d, q, i);
        less(c, d, r, i);
        less(f, d, s, i);
      }
      for (; j <= i; j++) {
        const line = v + row * <usize>j;
        let g: f64 = 0;
        for (let k = 0; k <= i; k++) g += get(next, k) * get(line, k);
        less(line, d, g, i);
      }
    }
    for (let k = 0; k <= i; k++) set(next, k, 0);
  }
}

/** Takes g times d off a row, up to its entry i. */
// @ts-ignore: decorator
@inline
function less(line: usize, d: usize, g: f64, i: i32): void {
  const gs = f64x2.splat(g);
  let k = 0;
  for (; k < i; k += 2)
    v128.store(
      at(line, k),
      f64x2.sub(v128.load(at(line, k)), f64x2.mul(gs, v128.load(at(d, k))))
    );
  for (; k <= i; k++) set(line, k, get(line, k) - g * get(d, k));
}
