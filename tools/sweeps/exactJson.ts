/** JSON that brings every number back as it was: NaN, ±∞ and −0 stand as `{"number": "NaN"}`. */
export function toExactJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, x) =>
      typeof x === "number" && (!Number.isFinite(x) || Object.is(x, -0))
        ? {number: Object.is(x, -0) ? "-0" : String(x)}
        : x,
    indent
  );
}

/** What `toExactJson` wrote. */
export function fromExactJson<T>(text: string): T {
  return JSON.parse(text, (_, x) =>
    typeof x?.number === "string" && Object.keys(x).length === 1 ? Number(x.number) : x
  );
}
