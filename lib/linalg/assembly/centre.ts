/**
 * Takes off each column its mean, twice, in place: the second time what rounding left of it. Columns in groups of
 * four, as `crossproduct` has them. Returns whether every mean is finite; where one is not, the columns are of no
 * use.
 */
export function centre(panels: usize, rows: i32, groups: i32): bool {
  const size = (<usize>rows) << 5;
  const counts = f64x2.splat(<f64>rows);
  let nothing = f64x2.splat(0);
  for (let end = panels + size * <usize>groups; panels < end; panels += size) {
    const last = panels + size;
    for (let pass = 0; pass < 2; pass++) {
      let a = f64x2.splat(0), b = a;
      for (let at = panels; at < last; at += 32) {
        a = f64x2.add(a, v128.load(at));
        b = f64x2.add(b, v128.load(at, 16));
      }
      a = f64x2.div(a, counts);
      b = f64x2.div(b, counts);
      nothing = f64x2.add(nothing, f64x2.add(f64x2.sub(a, a), f64x2.sub(b, b)));
      for (let at = panels; at < last; at += 32) {
        v128.store(at, f64x2.sub(v128.load(at), a));
        v128.store(at, f64x2.sub(v128.load(at, 16), b), 16);
      }
    }
  }
  return f64x2.extract_lane(nothing, 0) == 0 && f64x2.extract_lane(nothing, 1) == 0;
}
