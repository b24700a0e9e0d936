/** Characters after which a value is cut. */
const most = 4000;

/** A value as code would write it: numbers to twelve digits, typed arrays and matrices as lists. */
export function shownValue(value: unknown): string {
  const text = textOf(value);
  return text.length <= most ? text : `${text.slice(0, most)} …`;
}

function textOf(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return `${value.name}(…)`;
  if (typeof value !== "object" || value === null) return String(value);
  if ("to2DArray" in value) return textOf((value as {to2DArray(): number[][]}).to2DArray());
  if (ArrayBuffer.isView(value)) return textOf(Array.from(value as Float64Array));
  if (Array.isArray(value)) {
    const isTable = value.length > 0 && value.every(Array.isArray);
    return `[${value.map(textOf).join(isTable ? ",\n " : ", ")}]`;
  }
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${textOf(entry)}`)
    .join(", ")}}`;
}
