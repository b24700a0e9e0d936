import {exp} from "../../elementary/exp.js";
import type {BitGenerator} from "./bitGenerator.js";
import {log1p} from "./log1p.js";
import {zigguratTables} from "./zigguratTables.js";

const integers = new BigUint64Array(zigguratTables.buffer, 0, 256);
const widths = new Float64Array(zigguratTables.buffer, 2048, 256);
const heights = new Float64Array(zigguratTables.buffer, 4096, 256);
/** Where the tail begins, and its inverse as NumPy prints it. */
const TAIL = 3.6541528853610088;
const INVERSE_TAIL = 0.27366123732975828;

/**
 * A standard normal by NumPy's ziggurat of 256 layers (Marsaglia and Tsang 2000, with 52-bit
 * abscissae), bit for bit.
 *
 * `exp` only decides between acceptance and rejection, at odds of about 1e-16 that its last bit
 * matters; `log1p` goes into the value and is the C library's.
 */
export function standardNormal(source: BitGenerator): number {
  for (;;) {
    const word = source.next64();
    const layer = Number(word & 0xffn);
    const magnitude = (word >> 9n) & 0xfffffffffffffn;
    const x = Number(magnitude) * widths[layer]! * (word & 0x100n ? -1 : 1);
    if (magnitude < integers[layer]!) return x;
    if (layer === 0) return tail(source, (magnitude & 0x100n) !== 0n);
    const height = heights[layer]!;
    if ((heights[layer - 1]! - height) * source.nextDouble() + height < exp(-0.5 * x * x)) return x;
  }
}

/** Marsaglia's tail: exponential beyond the last layer, accepted with probability e^(−x²/2). */
function tail(source: BitGenerator, negative: boolean): number {
  for (;;) {
    const x = -INVERSE_TAIL * log1p(-source.nextDouble());
    const y = -log1p(-source.nextDouble());
    if (y + y > x * x) return negative ? -(TAIL + x) : TAIL + x;
  }
}
