/** An unevaluated sum `high + low` of two float64, |low| ≤ ½ ulp(high). */
export interface Pair {
  readonly high: number;
  readonly low: number;
}

/** a + b without error (Knuth). */
export function twoSum(a: number, b: number): Pair {
  const high = a + b;
  const v = high - a;
  return {high, low: a - (high - v) + (b - v)};
}

/** a·b without error, |a|, |b| < 2⁹⁹⁵ (Dekker; float64 split into 26 and 27 bits). */
export function twoProduct(a: number, b: number): Pair {
  const high = a * b;
  const [a1, a2] = split(a);
  const [b1, b2] = split(b);
  return {high, low: a2 * b2 - (high - a1 * b1 - a2 * b1 - a1 * b2)};
}

/** p + q, with relative error below 2⁻¹⁰⁰ where the parts have one sign. */
export function add(p: Pair, q: Pair): Pair {
  const s = twoSum(p.high, q.high);
  return twoSum(s.high, s.low + (p.low + q.low));
}

/** p·q, with relative error below 2⁻¹⁰⁰. */
export function multiply(p: Pair, q: Pair): Pair {
  const t = twoProduct(p.high, q.high);
  return twoSum(t.high, t.low + (p.high * q.low + p.low * q.high));
}

/** a/b for float64 a, and b given as a pair, with relative error below 2⁻¹⁰⁰. */
export function divide(a: number, b: Pair): Pair {
  const q = a / b.high;
  const t = multiply({high: q, low: 0}, b);
  return twoSum(q, (a - t.high - t.low) / b.high);
}

function split(a: number): [number, number] {
  const t = 134217729 * a;
  const high = t - (t - a);
  return [high, a - high];
}
