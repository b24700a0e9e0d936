const arrays = {Float64Array, Int32Array, Uint32Array, Uint8Array} as const;
type Arrays = keyof typeof arrays;

/**
 * JSON that brings every number back as it was: NaN, ±∞ and −0 stand as `{"number": "NaN"}`, a typed array as
 * the base 64 of its bytes, `{"Float64Array": "…"}`.
 */
export function toExactJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_, x) => exact(x), indent);
}

/** What `toExactJson` wrote. */
export function fromExactJson<T>(text: string): T {
  return JSON.parse(text, (_, x) => {
    if (typeof x !== "object" || x === null) return x;
    const [key, ...others] = Object.keys(x);
    if (key === undefined || others.length || typeof x[key] !== "string") return x;
    if (key === "number") return Number(x.number);
    if (!Object.hasOwn(arrays, key)) return x;
    return new arrays[key as Arrays](new Uint8Array(Buffer.from(x[key], "base64")).buffer);
  });
}

function exact(x: unknown): unknown {
  if (typeof x === "number" && (!Number.isFinite(x) || Object.is(x, -0)))
    return {number: Object.is(x, -0) ? "-0" : String(x)};
  if (!ArrayBuffer.isView(x)) return x;
  const bytes = Buffer.from(x.buffer, x.byteOffset, x.byteLength);
  return {[x.constructor.name]: bytes.toString("base64")};
}
