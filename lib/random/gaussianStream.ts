import {xoshiro128pp} from "./xoshiro.js";

const f = Math.fround;
const logarithm = [
  -1.999999890618953, 1.0000073024701222, -0.6667011789389576, 0.4993981811857861,
  -0.3980033082650856, 0.3450165943094952, -0.3244516184461125, 0.20213792117731727
].map(f);
const sine = [
  1.5707963184476963, -0.6459637105998662, 0.07968967894797004, -0.004673766612662714,
  0.00015148513085524033
].map(f);
const cosine = [
  0.9999999534666711, -1.233698214668929, 0.2536507446359479, -0.02081062752025344,
  0.0008581906198921957
].map(f);
const minusTwoLog2 = f(-1.3862943611198906);
const rootHalf = 0x3f3504f3;
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/**
 * Standard normals from one stream, one at a time, with the bits of the kernel's.
 *
 *     r² = −2 log u,  u = ((x >> 1) + ½) 2⁻³¹,   φ = y 2⁻³¹ π/2,   sign = bit 0 of x,
 *     z₀ = ± r cos φ,  z₁ = ± r sin φ
 *
 * x, y are successive words of xoshiro128++ and y counts from −2³¹. All arithmetic is float32: values
 * lie on a float32 grid and within 6.67 of 0. `lib/simulate/assembly/normals.ts` is the fast twin
 * and says how good its polynomials are. Method: Box and Muller (1958).
 *
 * @throws RangeError if the state is not four words, or all zero.
 * @example const next = gaussianStream(streamState(address)); next(); next();
 */
export function gaussianStream(state: ArrayLike<number>): () => number {
  const word = xoshiro128pp(state);
  let second = 0;
  let pending = false;
  return () => {
    if (pending) {
      pending = false;
      return second;
    }
    const x = word();
    const y = word() | 0;
    const r = f(Math.sqrt(minusTwoLog(x >>> 1)));
    const signed = x & 1 ? -r : r;
    const a = f(f(y) * (1 / 0x80000000));
    const a2 = f(a * a);
    const a4 = f(a2 * a2);
    const sin = f(a * f(pair(sine, 0, a2) + f(a4 * f(pair(sine, 2, a2) + f(sine[4] * a4)))));
    const cos = f(pair(cosine, 0, a2) + f(a4 * f(pair(cosine, 2, a2) + f(cosine[4] * a4))));
    second = f(signed * sin);
    pending = true;
    return f(signed * cos);
  };
}

/** c[k] + c[k+1] x. */
function pair(c: readonly number[], k: number, x: number): number {
  return f(c[k] + f(c[k + 1] * x));
}

/** −2 log((k + ½) 2⁻³¹) for an integer k in [0, 2³¹). */
function minusTwoLog(k: number): number {
  float[0] = f(f(k) + 0.5);
  const exponent = (bits[0] - (rootHalf + (31 << 23))) >> 23;
  bits[0] -= (exponent + 31) << 23;
  const m = f(float[0] - 1);
  const m2 = f(m * m);
  const low = f(pair(logarithm, 0, m) + f(pair(logarithm, 2, m) * m2));
  const high = f(pair(logarithm, 4, m) + f(pair(logarithm, 6, m) * m2));
  const q = f(low + f(high * f(m2 * m2)));
  return f(f(exponent * minusTwoLog2) + f(m * q));
}
