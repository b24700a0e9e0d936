/** A number as a sentence has it: two digits, whole from 10 on. */
export function plainly(value: number): string {
  const rounded = Number(value.toPrecision(2));
  if (rounded >= 1e7 || (rounded !== 0 && Math.abs(rounded) < 1e-4)) return rounded.toExponential();
  return rounded.toLocaleString("en", {maximumFractionDigits: 10});
}
