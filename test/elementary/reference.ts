/** Elementary functions in integer arithmetic with 240 fractional bits, right to 200. */
const BITS = 240n;
const ONE = 1n << BITS;

/** A finite float64 as a fixed-point integer; exact for |x| ≥ 2⁻¹⁸⁰. */
export function fixed(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const significand = exponent === 0n ? fraction : fraction | (1n << 52n);
  const shift = (exponent === 0n ? 1n : exponent) - 1075n + BITS;
  const magnitude = shift >= 0n ? significand << shift : significand >> -shift;
  return x < 0 ? -magnitude : magnitude;
}

/** |approximation − exact| in units of the last place of `approximation` (1 for a result rounded down). */
export function ulpError(approximation: number, exact: bigint): number {
  const error = fixed(approximation) - exact;
  const ulp = 2 ** (Math.floor(Math.log2(Math.abs(approximation))) - 52);
  return Math.abs(Number((error * 2n ** 40n) / fixed(ulp)) / 2 ** 40);
}

export const product = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
export const quotient = (a: bigint, b: bigint): bigint => (a << BITS) / b;

/** eˣ = 2ᵏ·m for fixed-point x: Taylor's series of x − k ln 2 after 32 halvings, squared back. */
export function expFixed(x: bigint): {m: bigint; k: number} {
  const k = x / LN2;
  const small = (x - k * LN2) >> 32n;
  let term = ONE;
  let m = ONE;
  for (let n = 1n; term !== 0n && n < 60n; n++) m += term = product(term, small) / n;
  for (let i = 0; i < 32; i++) m = product(m, m);
  return {m, k: Number(k)};
}

/** 2 artanh((x−1)/(x+1)) by its series after x is brought near 1 by halvings. */
export function logFixed(x: bigint): bigint {
  let halvings = 0n;
  let m = x;
  for (; m > 2n * ONE; halvings++) m >>= 1n;
  for (; m < ONE / 2n; halvings--) m <<= 1n;
  return artanhTwice(m) + halvings * LN2;
}

function artanhTwice(m: bigint): bigint {
  const s = quotient(m - ONE, m + ONE);
  const square = product(s, s);
  let power = s;
  let sum = 0n;
  for (let n = 1n; n < 400n; n += 2n) {
    sum += power / n;
    power = product(power, square);
  }
  return 2n * sum;
}

const LN2 = artanhTwice(2n * ONE);

/** Machin: π = 16 arctan(1/5) − 4 arctan(1/239). */
export const PI = 16n * arctanInverse(5n) - 4n * arctanInverse(239n);

function arctanInverse(k: bigint): bigint {
  let power = ONE / k;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += (n % 4n === 1n ? power : -power) / n;
    power /= k * k;
  }
  return sum;
}

/** Taylor's series about 0 after reduction modulo 2π. */
export function sinFixed(x: bigint): bigint {
  let r = x % (2n * PI);
  if (r > PI) r -= 2n * PI;
  if (r < -PI) r += 2n * PI;
  let term = r;
  let sum = r;
  for (let n = 2n; term !== 0n && n < 200n; n += 2n)
    sum += term = -product(product(term, r), r) / (n * (n + 1n));
  return sum;
}

export const cosFixed = (x: bigint): bigint => sinFixed(x + PI / 2n);
