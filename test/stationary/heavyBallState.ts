/** Autocorrelations of stationary heavy ball from its covariance of (w, m), stepped until it settles. */
export function stationaryState(
  {curvature: h, learningRate, momentum}: Record<"curvature" | "learningRate" | "momentum", number>,
  lags: number
): {lagged: number[]} {
  // (w, m) ← A (w, m) + (−λ, 1) ζ
  const A = [
    [1 - learningRate * h, -learningRate * momentum],
    [h, momentum]
  ];
  const kick = [-learningRate, 1];
  let s = [
    [0, 0],
    [0, 0]
  ];
  const times = (a: number[][], b: number[][]) =>
    a.map(row => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));
  const transposed = A[0].map((_, j) => A.map(row => row[j]));
  for (let t = 0; t < 20_000; t++)
    s = times(times(A, s), transposed).map((row, i) => row.map((x, j) => x + kick[i] * kick[j]));
  const variance = s[0][0];
  const lagged = [1];
  for (let k = 1; k <= lags; k++) {
    s = times(A, s);
    lagged.push(s[0][0] / variance);
  }
  return {lagged};
}
