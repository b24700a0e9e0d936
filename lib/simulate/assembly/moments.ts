// Running sums over a stretch of path, f64×4 (four replicates) each, at [coordinate][step].

/** sums[i] += Σ_t θᵢ(t) for each coordinate. */
export function sumFirst(path: usize, stride: i32, dimension: i32, steps: i32, sums: usize): void {
  const row = <usize>stride << 5;
  for (let i = 0; i < dimension; i++, path += row, sums += 32) {
    let a = v128.load(sums, 0);
    let b = v128.load(sums, 16);
    const end = path + (<usize>steps << 5);
    for (let p = path; p != end; p += 32) {
      a = f64x2.add(a, v128.load(p, 0));
      b = f64x2.add(b, v128.load(p, 16));
    }
    v128.store(sums, a, 0);
    v128.store(sums, b, 16);
  }
}

/** sums[i] += Σ_t θᵢ(t), squares[i] += Σ_t θᵢ(t)² for each coordinate. */
export function sumDiagonal(
  path: usize, stride: i32, dimension: i32, steps: i32, sums: usize, squares: usize
): void {
  const row = <usize>stride << 5;
  let i = 0;
  for (; i + 1 < dimension; i += 2) {
    let x0 = v128.load(sums, 0), x1 = v128.load(sums, 16);
    let y0 = v128.load(sums, 32), y1 = v128.load(sums, 48);
    let xx0 = v128.load(squares, 0), xx1 = v128.load(squares, 16);
    let yy0 = v128.load(squares, 32), yy1 = v128.load(squares, 48);
    const end = path + (<usize>steps << 5);
    for (let p = path; p != end; p += 32) {
      let u = v128.load(p, 0), v = v128.load(p + row, 0);
      x0 = f64x2.add(x0, u);
      y0 = f64x2.add(y0, v);
      xx0 = f64x2.add(xx0, f64x2.mul(u, u));
      yy0 = f64x2.add(yy0, f64x2.mul(v, v));
      u = v128.load(p, 16);
      v = v128.load(p + row, 16);
      x1 = f64x2.add(x1, u);
      y1 = f64x2.add(y1, v);
      xx1 = f64x2.add(xx1, f64x2.mul(u, u));
      yy1 = f64x2.add(yy1, f64x2.mul(v, v));
    }
    v128.store(sums, x0, 0); v128.store(sums, x1, 16);
    v128.store(sums, y0, 32); v128.store(sums, y1, 48);
    v128.store(squares, xx0, 0); v128.store(squares, xx1, 16);
    v128.store(squares, yy0, 32); v128.store(squares, yy1, 48);
    path += 2 * row;
    sums += 64;
    squares += 64;
  }
  if (i < dimension) {
    let x0 = v128.load(sums, 0), x1 = v128.load(sums, 16);
    let xx0 = v128.load(squares, 0), xx1 = v128.load(squares, 16);
    const end = path + (<usize>steps << 5);
    for (let p = path; p != end; p += 32) {
      const u = v128.load(p, 0), v = v128.load(p, 16);
      x0 = f64x2.add(x0, u);
      x1 = f64x2.add(x1, v);
      xx0 = f64x2.add(xx0, f64x2.mul(u, u));
      xx1 = f64x2.add(xx1, f64x2.mul(v, v));
    }
    v128.store(sums, x0, 0); v128.store(sums, x1, 16);
    v128.store(squares, xx0, 0); v128.store(squares, xx1, 16);
  }
}

/** First, then second moments of two coordinates in one pass: Σx, Σy, Σx², Σxy, Σy². */
export function sumPlane(path: usize, stride: i32, steps: i32, sums: usize): void {
  const row = <usize>stride << 5;
  let x0 = v128.load(sums, 0), x1 = v128.load(sums, 16);
  let y0 = v128.load(sums, 32), y1 = v128.load(sums, 48);
  let xx0 = v128.load(sums, 64), xx1 = v128.load(sums, 80);
  let xy0 = v128.load(sums, 96), xy1 = v128.load(sums, 112);
  let yy0 = v128.load(sums, 128), yy1 = v128.load(sums, 144);
  const end = path + (<usize>steps << 5);
  for (let p = path; p != end; p += 32) {
    let u = v128.load(p, 0), v = v128.load(p + row, 0);
    x0 = f64x2.add(x0, u);
    y0 = f64x2.add(y0, v);
    xx0 = f64x2.add(xx0, f64x2.mul(u, u));
    xy0 = f64x2.add(xy0, f64x2.mul(u, v));
    yy0 = f64x2.add(yy0, f64x2.mul(v, v));
    u = v128.load(p, 16);
    v = v128.load(p + row, 16);
    x1 = f64x2.add(x1, u);
    y1 = f64x2.add(y1, v);
    xx1 = f64x2.add(xx1, f64x2.mul(u, u));
    xy1 = f64x2.add(xy1, f64x2.mul(u, v));
    yy1 = f64x2.add(yy1, f64x2.mul(v, v));
  }
  v128.store(sums, x0, 0); v128.store(sums, x1, 16);
  v128.store(sums, y0, 32); v128.store(sums, y1, 48);
  v128.store(sums, xx0, 64); v128.store(sums, xx1, 80);
  v128.store(sums, xy0, 96); v128.store(sums, xy1, 112);
  v128.store(sums, yy0, 128); v128.store(sums, yy1, 144);
}

/** sums[k] += Σ_t θᵢ(t) θⱼ(t), k running over i ≤ j row by row: d(d+1)/2 entries. */
export function sumProducts(path: usize, stride: i32, dimension: i32, steps: i32, sums: usize): void {
  const row = <usize>stride << 5;
  const length = <usize>steps << 5;
  for (let i = 0; i < dimension; i++, path += row) {
    let q = path;
    let j = i;
    for (; j + 1 < dimension; j += 2, q += 2 * row, sums += 64) {
      let a0 = v128.load(sums, 0), a1 = v128.load(sums, 16);
      let b0 = v128.load(sums, 32), b1 = v128.load(sums, 48);
      const end = path + length;
      let r = q;
      for (let p = path; p != end; p += 32, r += 32) {
        const u = v128.load(p, 0);
        const v = v128.load(p, 16);
        a0 = f64x2.add(a0, f64x2.mul(u, v128.load(r, 0)));
        a1 = f64x2.add(a1, f64x2.mul(v, v128.load(r, 16)));
        b0 = f64x2.add(b0, f64x2.mul(u, v128.load(r + row, 0)));
        b1 = f64x2.add(b1, f64x2.mul(v, v128.load(r + row, 16)));
      }
      v128.store(sums, a0, 0); v128.store(sums, a1, 16);
      v128.store(sums, b0, 32); v128.store(sums, b1, 48);
    }
    if (j < dimension) {
      let a0 = v128.load(sums, 0), a1 = v128.load(sums, 16);
      const end = path + length;
      let r = q;
      for (let p = path; p != end; p += 32, r += 32) {
        a0 = f64x2.add(a0, f64x2.mul(v128.load(p, 0), v128.load(r, 0)));
        a1 = f64x2.add(a1, f64x2.mul(v128.load(p, 16), v128.load(r, 16)));
      }
      v128.store(sums, a0, 0); v128.store(sums, a1, 16);
      sums += 32;
    }
  }
}

/** sums[0…3] += Σ_t sᵖ for p = 1…4, with s = Σᵢ uᵢ θᵢ(t); direction u: f64 per coordinate. */
export function sumPowers(
  path: usize, stride: i32, dimension: i32, steps: i32, direction: usize, sums: usize
): void {
  const row = <usize>stride << 5;
  for (let half: usize = 0; half < 32; half += 16, sums += 16) {
    let a = v128.load(sums, 0), b = v128.load(sums, 32);
    let c = v128.load(sums, 64), d = v128.load(sums, 96);
    for (let t = 0; t < steps; t++) {
      let p = path + half + (<usize>t << 5);
      let s = f64x2.splat(0);
      for (let i: usize = 0, last = <usize>dimension << 3; i != last; i += 8, p += row)
        s = f64x2.add(s, f64x2.mul(v128.load64_splat(direction + i), v128.load(p)));
      const s2 = f64x2.mul(s, s);
      a = f64x2.add(a, s);
      b = f64x2.add(b, s2);
      c = f64x2.add(c, f64x2.mul(s2, s));
      d = f64x2.add(d, f64x2.mul(s2, s2));
    }
    v128.store(sums, a, 0); v128.store(sums, b, 32);
    v128.store(sums, c, 64); v128.store(sums, d, 96);
  }
}
