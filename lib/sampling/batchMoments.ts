/** Mean of `count` rows of d numbers, and the trace of their covariance, 1/(count − 1); 0 for one row. */
export function batchMoments(rows: Float64Array, count: number, mean: Float64Array): number {
  const d = mean.length;
  mean.fill(0);
  for (let k = 0; k < count; k++) for (let j = 0; j < d; j++) mean[j] += rows[k * d + j];
  for (let j = 0; j < d; j++) mean[j] /= count;
  if (count < 2) return 0;
  let squares = 0;
  for (let k = 0; k < count; k++)
    for (let j = 0; j < d; j++) {
      const x = rows[k * d + j] - mean[j];
      squares += x * x;
    }
  return squares / (count - 1);
}

/** Covariance of `count` ≥ 2 rows of d numbers, 1/(count − 1), d×d. */
export function rowCovariance(rows: Float64Array, count: number, d: number): number[][] {
  const mean = new Float64Array(d);
  batchMoments(rows, count, mean);
  return Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (_, j) => {
      let sum = 0;
      for (let k = 0; k < count; k++)
        sum += (rows[k * d + i] - mean[i]) * (rows[k * d + j] - mean[j]);
      return sum / (count - 1);
    })
  );
}
