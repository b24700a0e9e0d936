/**
 * Solver of (I − K)x = r for a substochastic K ≥ 0 whose rows lack `exit` to 1, without subtraction
 *
 * States are eliminated from the last to the first (Grassmann, Taksar & Heyman 1985): the chance to
 * leave a state is the sum of where it goes, 1 − kᵢᵢ is never formed, so that every component of x ≥ 0
 * has a relative error of about n²ε for r ≥ 0, however rare the exit. `kernel` (n rows of n) and `exit` are
 * overwritten; the diagonal is not used.
 */
export function absorbingChain(
  kernel: Float64Array[],
  exit: Float64Array
): (rhs: ArrayLike<number>) => Float64Array {
  const n = kernel.length;
  const leaves = new Float64Array(n);
  for (let s = n - 1; s >= 0; s--) {
    const row = kernel[s];
    let out = exit[s];
    for (let j = 0; j < s; j++) out += row[j];
    leaves[s] = out;
    for (let i = 0; i < s; i++) {
      const share = (kernel[i][s] /= out);
      if (share === 0) continue;
      for (let j = 0; j < s; j++) kernel[i][j] += share * row[j];
      exit[i] += share * exit[s];
    }
  }
  return rhs => {
    const x = Float64Array.from(rhs);
    for (let s = n - 1; s >= 0; s--) for (let i = 0; i < s; i++) x[i] += kernel[i][s] * x[s];
    for (let s = 0; s < n; s++) {
      for (let j = 0; j < s; j++) x[s] += kernel[s][j] * x[j];
      x[s] /= leaves[s];
    }
    return x;
  };
}
