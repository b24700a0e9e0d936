/** A number of a case, as its name has it: three digits, without zeros at the end. */
export const shown = (x: number): string => String(Number(x.toPrecision(3)));
