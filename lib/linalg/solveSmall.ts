/** Which unknown stands in which column, of the system that is being solved. */
let order = new Int32Array(8);

/**
 * Solves M x = b in place for the few unknowns of one block (row-major M, order b.length); x
 * replaces b. Gaussian elimination with complete pivoting.
 */
export function solveSmall(m: Float64Array, b: Float64Array): void {
  const n = b.length;
  if (n > order.length) order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let k = 0; k < n; k++) {
    let row = k;
    let pivot = k;
    let largest = Math.abs(m[k * n + k]);
    for (let i = k; i < n; i++)
      for (let j = k; j < n; j++) {
        const size = Math.abs(m[i * n + j]);
        if (size > largest) {
          row = i;
          pivot = j;
          largest = size;
        }
      }
    for (let j = 0; j < n; j++) exchange(m, k * n + j, row * n + j);
    exchange(b, k, row);
    for (let i = 0; i < n; i++) exchange(m, i * n + k, i * n + pivot);
    exchange(order, k, pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = m[i * n + k] / m[k * n + k];
      for (let j = k; j < n; j++) m[i * n + j] -= factor * m[k * n + j];
      b[i] -= factor * b[k];
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = k + 1; j < n; j++) b[k] -= m[k * n + j] * b[j];
    b[k] /= m[k * n + k];
  }
  // Each unknown to its own place, and the one that is there to where it came from.
  for (let k = 0; k < n; k++)
    while (order[k] !== k) {
      const to = order[k];
      exchange(b, k, to);
      exchange(order, k, to);
    }
}

function exchange(list: Float64Array | Int32Array, i: number, j: number): void {
  const x = list[i];
  list[i] = list[j];
  list[j] = x;
}
