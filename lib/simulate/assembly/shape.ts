// Coloured noise n = C z for a stretch of steps, four replicates abreast, in float32.
// Each output is one sum over j in ascending order, so its bits do not depend on the blocking.

/**
 * out[t][i] = Σⱼ C[i][j] z[t][j],   z: f32×4 at [step][rank], out: f32×4 at [step][dimension].
 * factor: f32 row by row, `rank` per row. lower = 1: C is lower triangular (rank = dimension).
 */
export function shape(
  factor: usize, z: usize, out: usize, dimension: i32, rank: i32, steps: i32, lower: i32
): void {
  const zStep = <usize>rank << 4;
  const outStep = <usize>dimension << 4;
  const row = <usize>rank << 2;
  for (let i = 0; i < dimension; i += 4) {
    const rows = min(4, dimension - i);
    const columns = lower ? i + rows : rank;
    const c0 = factor + row * <usize>i;
    let zt = z;
    let target = out + (<usize>i << 4);
    if (rows == 4) {
      let t = 0;
      for (; t + 1 < steps; t += 2) {
        let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        let c = c0;
        let p = zt;
        const end = p + (<usize>columns << 4);
        for (; p != end; p += 16, c += 4) {
          const u = v128.load(p);
          const v = v128.load(p + zStep);
          let k = v128.load32_splat(c);
          a0 = f32x4.add(a0, f32x4.mul(k, u));
          b0 = f32x4.add(b0, f32x4.mul(k, v));
          k = v128.load32_splat(c + row);
          a1 = f32x4.add(a1, f32x4.mul(k, u));
          b1 = f32x4.add(b1, f32x4.mul(k, v));
          k = v128.load32_splat(c + 2 * row);
          a2 = f32x4.add(a2, f32x4.mul(k, u));
          b2 = f32x4.add(b2, f32x4.mul(k, v));
          k = v128.load32_splat(c + 3 * row);
          a3 = f32x4.add(a3, f32x4.mul(k, u));
          b3 = f32x4.add(b3, f32x4.mul(k, v));
        }
        v128.store(target, a0, 0);
        v128.store(target, a1, 16);
        v128.store(target, a2, 32);
        v128.store(target, a3, 48);
        v128.store(target + outStep, b0, 0);
        v128.store(target + outStep, b1, 16);
        v128.store(target + outStep, b2, 32);
        v128.store(target + outStep, b3, 48);
        zt += 2 * zStep;
        target += 2 * outStep;
      }
      if (t < steps) block(c0, row, columns, zt, target, 4);
    } else {
      for (let t = 0; t < steps; t++, zt += zStep, target += outStep)
        block(c0, row, columns, zt, target, rows);
    }
  }
}

function block(c0: usize, row: usize, columns: i32, z: usize, target: usize, rows: i32): void {
  for (let i = 0; i < rows; i++, c0 += row, target += 16) {
    let sum = f32x4.splat(0);
    for (let j = 0; j < columns; j++)
      sum = f32x4.add(sum, f32x4.mul(
        v128.load32_splat(c0 + (<usize>j << 2)), v128.load(z + (<usize>j << 4))));
    v128.store(target, sum);
  }
}
