import { fma } from "./fma";

// lib/random/numpy/log1p.ts and lib/elementary/exp.ts in WebAssembly.

const LN2_HI: f64 = 6.93147180369123816490e-1;
const LN2_LO: f64 = 1.90821492927058770002e-10;

/** log(1 + x) for x = −u, u a multiple of 2⁻⁵³ in [0, 1). */
export function log1p(x: f64): f64 {
  if (x > -1.862645149230957e-9) return x - x * x * 0.5;
  let k: f64 = 0;
  let f = x;
  let tiny = false;
  if (x <= -0.2928934097290039) {
    const bits = reinterpret<u64>(1.0 + x);
    const word = <i32>(bits >> 32);
    const fraction = word & 0xfffff;
    const upper = fraction >= 0x6a09e;
    k = <f64>((word >> 20) - (upper ? 1022 : 1023));
    const high = <u64>(fraction | (upper ? 0x3fe00000 : 0x3ff00000));
    f = reinterpret<f64>((bits & 0xffffffff) | (high << 32)) - 1.0;
    tiny = fraction == 0 || (upper && 0x100000 - fraction < 4);
  }
  const half = 0.5 * f * f;
  if (tiny) {
    if (f == 0) return k * LN2_HI + k * LN2_LO;
    return k * LN2_HI - (half * fma(-0.66666666666666666, f, 1.0) - k * LN2_LO - f);
  }
  const s = f / (2.0 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const low = fma(z, 6.666666666666735130e-1, z2 * fma(z, 2.857142874366239149e-1, 3.999999999940941908e-1));
  const middle = fma(z4, fma(z, 1.818357216161805012e-1, 2.222219843214978396e-1), low);
  const R = fma(z4 * z2, fma(z, 1.479819860511658591e-1, 1.531383769920937332e-1), middle);
  if (k == 0) return f - (half - s * (half + R));
  return k * LN2_HI - (half - (s * (half + R) + k * LN2_LO) - f);
}

/** eˣ for x in [−700, 700]. */
export function exp(x: f64): f64 {
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const high = x - k * LN2_HI;
  const low = k * LN2_LO;
  const r = high - low;
  const t = r * r;
  const c = r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t *
    (6.61375632143793436117e-5 + t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))));
  return (1.0 - (low - (r * c) / (2.0 - c) - high)) * reinterpret<f64>(<u64>(<i64>k + 1023) << 52);
}
