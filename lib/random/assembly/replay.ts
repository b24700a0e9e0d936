import { fill } from "./normal";

/**
 * θ ← (1 − η h) θ + z (g L)ᵀ for `replicates` rows at once, once per entry of `rates`, with fresh
 * normals z in NumPy's order, replicates outside, coordinates inside.
 *
 * theta: f64 [replicate][padded], padded = dimension rounded up to even; z: f64 [replicate][dimension];
 * rates η and gains g: f64 [steps]; curvatures h, decay (room for 1 − η h): f64 [padded];
 * factor L, scaled (room for g L): for each pair of rows 2i, 2i+1 their columns up to the diagonal,
 * f64×2 each.
 */
export function replay(
  theta: usize, z: usize, factor: usize, scaled: usize, entries: i32, curvatures: usize, decay: usize,
  rates: usize, gains: usize, steps: i32, replicates: i32, dimension: i32
): void {
  const padded = <usize>((dimension + 1) & ~1) << 3;
  const row = <usize>dimension << 3;
  for (let t = 0; t < steps; t++) {
    prepare(
      factor, scaled, entries, curvatures, decay, padded,
      load<f64>(rates + (<usize>t << 3)), load<f64>(gains + (<usize>t << 3))
    );
    fill(z, <usize>(replicates * dimension));
    advance(theta, z, scaled, decay, padded, row, replicates);
  }
}

function prepare(
  factor: usize, scaled: usize, entries: i32, curvatures: usize, decay: usize, padded: usize,
  rate: f64, gain: f64
): void {
  for (let i: usize = 0; i < padded; i += 8)
    store<f64>(decay + i, 1.0 - rate * load<f64>(curvatures + i));
  const g = f64x2.splat(gain);
  for (let i: usize = 0; i < <usize>entries << 4; i += 16)
    v128.store(scaled + i, f64x2.mul(g, v128.load(factor + i)));
}

function advance(
  theta: usize, z: usize, scaled: usize, decay: usize, padded: usize, row: usize, replicates: i32
): void {
  let x = theta;
  let normals = z;
  const end = theta + padded * <usize>replicates;
  while (x < end) {
    let column = scaled;
    for (let i: usize = 0; i < padded; i += 16) {
      let sum = f64x2.mul(v128.load(decay + i), v128.load(x + i));
      const last = min(i + 16, row);
      for (let j: usize = 0; j < last; j += 8) {
        sum = f64x2.add(sum, f64x2.mul(v128.load(column), v128.load64_splat(normals + j)));
        column += 16;
      }
      v128.store(x + i, sum);
    }
    x += padded;
    normals += row;
  }
}
