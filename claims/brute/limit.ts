/**
 * The limit of f(h) as h → 0 from h, h/2, h/4, …, where f is a power series in h^order: Richardson.
 */
export function limit(
  f: (h: number) => readonly number[],
  first: number,
  order = 1,
  levels = 7
): number[] {
  let table = Array.from({length: levels}, (_, k) => [...f(first / 2 ** k)]);
  for (let k = 1; k < levels; k++) {
    const weight = 2 ** (order * k);
    table = table
      .slice(1)
      .map((fine, i) => fine.map((x, j) => (weight * x - table[i][j]) / (weight - 1)));
  }
  return table[0];
}
