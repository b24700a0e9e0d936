/** The matrix with these values on its diagonal, and zeros beside it. */
export const diagonal = (values: readonly number[]): number[][] =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));
