// One step of the linear recursion per time index, coordinate by coordinate: the drift is diagonal,
// so a pair of coordinates keeps its state in registers while time runs innermost.

// @ts-ignore: decorator
@inline
export function lower(v: v128): v128 {
  return f64x2.promote_low_f32x4(v);
}

// @ts-ignore: decorator
@inline
export function upper(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(v, v, 2, 3, 2, 3));
}

/**
 * θᵢ ← aᵢ θᵢ + cᵢ nᵢ for `steps` steps of `dimension` coordinates.
 *
 * state: f64×4 per coordinate; decay a, gain c: f64 per coordinate;
 * noise: f32×4 at [step][coordinate] with `stride` coordinates per step;
 * path (0: not wanted): f64×4 at [coordinate][step], `pathStride` steps per coordinate.
 */
export function advance(
  state: usize, decay: usize, gain: usize, noise: usize, stride: i32,
  path: usize, pathStride: i32, dimension: i32, steps: i32
): void {
  const noiseStep = <usize>stride << 4;
  const pathRow = <usize>pathStride << 5;
  let i = 0;
  for (; i + 1 < dimension; i += 2) {
    let x0 = v128.load(state, 0);
    let x1 = v128.load(state, 16);
    let y0 = v128.load(state, 32);
    let y1 = v128.load(state, 48);
    const a = v128.load64_splat(decay, 0);
    const b = v128.load64_splat(decay, 8);
    const c = v128.load64_splat(gain, 0);
    const d = v128.load64_splat(gain, 8);
    let n = noise;
    const end = noise + noiseStep * <usize>steps;
    if (path) {
      let p = path;
      for (; n != end; n += noiseStep, p += 32) {
        const u = v128.load(n, 0);
        const v = v128.load(n, 16);
        x0 = f64x2.add(f64x2.mul(a, x0), f64x2.mul(c, lower(u)));
        x1 = f64x2.add(f64x2.mul(a, x1), f64x2.mul(c, upper(u)));
        y0 = f64x2.add(f64x2.mul(b, y0), f64x2.mul(d, lower(v)));
        y1 = f64x2.add(f64x2.mul(b, y1), f64x2.mul(d, upper(v)));
        v128.store(p, x0, 0);
        v128.store(p, x1, 16);
        v128.store(p + pathRow, y0, 0);
        v128.store(p + pathRow, y1, 16);
      }
    } else {
      for (; n != end; n += noiseStep) {
        const u = v128.load(n, 0);
        const v = v128.load(n, 16);
        x0 = f64x2.add(f64x2.mul(a, x0), f64x2.mul(c, lower(u)));
        x1 = f64x2.add(f64x2.mul(a, x1), f64x2.mul(c, upper(u)));
        y0 = f64x2.add(f64x2.mul(b, y0), f64x2.mul(d, lower(v)));
        y1 = f64x2.add(f64x2.mul(b, y1), f64x2.mul(d, upper(v)));
      }
    }
    v128.store(state, x0, 0);
    v128.store(state, x1, 16);
    v128.store(state, y0, 32);
    v128.store(state, y1, 48);
    state += 64;
    decay += 16;
    gain += 16;
    noise += 32;
    if (path) path += 2 * pathRow;
  }
  if (i < dimension) {
    let x0 = v128.load(state, 0);
    let x1 = v128.load(state, 16);
    const a = v128.load64_splat(decay, 0);
    const c = v128.load64_splat(gain, 0);
    let n = noise;
    const end = noise + noiseStep * <usize>steps;
    let p = path;
    for (; n != end; n += noiseStep) {
      const u = v128.load(n, 0);
      x0 = f64x2.add(f64x2.mul(a, x0), f64x2.mul(c, lower(u)));
      x1 = f64x2.add(f64x2.mul(a, x1), f64x2.mul(c, upper(u)));
      if (path) {
        v128.store(p, x0, 0);
        v128.store(p, x1, 16);
        p += 32;
      }
    }
    v128.store(state, x0, 0);
    v128.store(state, x1, 16);
  }
}
