/** A value of a table as it is read: six digits are enough. */
export function readable(value: unknown): string {
  return String(typeof value === "number" ? Number(value.toPrecision(6)) : value);
}
