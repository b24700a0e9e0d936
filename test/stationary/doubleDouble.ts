/** Numbers hi + lo with some 106 bits, and square matrices of them: the arithmetic of the twins. */
export type DD = readonly [number, number];
export type DDMatrix = DD[][];

const twoSum = (a: number, b: number): DD => {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
};

const split = (a: number): DD => {
  const c = 134217729 * a;
  const hi = c - (c - a);
  return [hi, a - hi];
};

const twoProduct = (a: number, b: number): DD => {
  const p = a * b;
  const [ah, al] = split(a);
  const [bh, bl] = split(b);
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
};

export const dd = (x: number): DD => [x, 0];

export function add(a: DD, b: DD): DD {
  const [s, e] = twoSum(a[0], b[0]);
  return twoSum(s, e + a[1] + b[1]);
}

export const negate = (a: DD): DD => [-a[0], -a[1]];
export const subtract = (a: DD, b: DD): DD => add(a, negate(b));

export function times(a: DD, b: DD): DD {
  const [p, e] = twoProduct(a[0], b[0]);
  return twoSum(p, e + a[0] * b[1] + a[1] * b[0]);
}

/** Long division: two quotient digits and the rounding of the second. */
export function divide(a: DD, b: DD): DD {
  const first = a[0] / b[0];
  const rest = subtract(a, times(b, dd(first)));
  const second = rest[0] / b[0];
  const last = subtract(rest, times(b, dd(second)))[0] / b[0];
  return add(twoSum(first, second), dd(last));
}

export const fill = (n: number, m: number, f: (i: number, j: number) => DD): DDMatrix =>
  Array.from({length: n}, (_, i) => Array.from({length: m}, (_, j) => f(i, j)));

export const map2 = (a: DDMatrix, b: DDMatrix, f: (x: DD, y: DD) => DD): DDMatrix =>
  a.map((row, i) => row.map((x, j) => f(x, b[i][j])));

export const multiply = (a: DDMatrix, b: DDMatrix): DDMatrix =>
  fill(a.length, b[0].length, (i, j) =>
    b.reduce((sum, row, k) => add(sum, times(a[i][k], row[j])), dd(0))
  );

export const transpose = (a: DDMatrix): DDMatrix => fill(a[0].length, a.length, (i, j) => a[j][i]);

export const round = (a: DDMatrix): number[][] => a.map(row => row.map(x => x[0] + x[1]));
