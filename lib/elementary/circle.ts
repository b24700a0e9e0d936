import {numberIn} from "../check.js";
import {highWord} from "./bits.js";

const INVERSE_HALF_PI = 0.6366197723675814;
/** π/2 in three pieces of 33 bits, each with what is left after it. */
const HALF_PI = [
  [1.5707963267341256, 6.077100506506192e-11],
  [6.077100506303966e-11, 2.0222662487959506e-21],
  [2.0222662487111665e-21, 8.4784276603689e-32]
] as const;

/** The largest argument of `sin` and `cos`: up to here 33-bit pieces of π/2 multiply without rounding. */
const LARGEST_ANGLE = 2 ** 20;

export interface ReducedAngle {
  /** x − quadrant·π/2, in [−π/4, π/4] up to rounding */
  readonly head: number;
  /** what `head` lost to rounding */
  readonly tail: number;
  /** modulo 4 */
  readonly quadrant: number;
}

/** x modulo π/2 to more than 53 bits, |x| ≤ 2²⁰ (Cody and Waite; steps and pieces as in fdlibm). */
export function reduceAngle(x: number): ReducedAngle {
  numberIn("x", x, "[−2²⁰, 2²⁰]", v => Math.abs(v) <= LARGEST_ANGLE);
  const n = Math.floor(x * INVERSE_HALF_PI + 0.5);
  let r = x;
  let w = 0;
  let head = x;
  for (const [index, [piece, rest]] of HALF_PI.entries()) {
    if (index === 0) {
      r = x - n * piece;
      w = n * rest;
    } else {
      const before = r;
      r = before - n * piece;
      w = n * rest - (before - r - n * piece);
    }
    head = r - w;
    const lostBits = exponent(x) - exponent(head);
    if (lostBits <= (index === 0 ? 16 : 49)) break;
  }
  return {head, tail: r - head - w, quadrant: n & 3};
}

/** sin(head + tail) on [−π/4, π/4]. */
export function sinKernel(head: number, tail: number): number {
  const z = head * head;
  const v = z * head;
  const r =
    8.33333333332249e-3 +
    z *
      (-1.984126982985795e-4 +
        z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return head - (z * (0.5 * tail - v * r) - tail - v * -0.16666666666666632);
}

/** cos(head + tail) on [−π/4, π/4]. */
export function cosKernel(head: number, tail: number): number {
  const z = head * head;
  const r =
    z *
    (4.16666666666666e-2 +
      z *
        (-1.388888888887411e-3 +
          z *
            (2.480158728947673e-5 +
              z *
                (-2.7557314351390663e-7 +
                  z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - head * tail));
}

function exponent(x: number): number {
  return (highWord(x) >> 20) & 0x7ff;
}
