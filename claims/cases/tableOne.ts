const row = <Name extends string>(name: Name) => ({name});

/** The rows of Table 1 but for QHM, whose cells are claims of their own. */
export const rows = [row("SGD"), row("SGDM"), row("DNM"), row("NGD"), row("Adam")];
export type Row = (typeof rows)[number];

export const mixture = [row("QHM")];

/** The rows that the earlier work fills. */
export const plainRows = [row("SGD"), row("SGDM")];

/** The errors of the earlier work to first and second order in λ. */
export const coefficients = [row("SGD"), row("SGDM"), row("QHM")].flatMap(({name: method}) => [
  {name: `${method}, λ`, method, order: 1},
  {name: `${method}, λ²`, method, order: 2}
]);
export type Coefficient = (typeof coefficients)[number];

/** An optimiser that has them. */
export type Linear = Coefficient["method"];
