import {log} from "./log.js";
import {MT19937} from "./mt19937.js";

/**
 * NumPy's legacy `RandomState(seed)`: words, uniforms and normals bit for bit; the normals by Marsaglia's
 * polar method in pairs. (Without fused multiply-add the C library's
 * `log` may differ in the last bit, and some normals with it.)
 *
 * @example new RandomState(0).random_sample() // 0.5488135039273248
 */
export class RandomState {
  readonly bit_generator: MT19937;
  #kept: number | undefined;

  constructor(seed: number | readonly number[]) {
    this.bit_generator = new MT19937(seed);
  }

  /** A uniform on [0, 1), a multiple of 2⁻⁵³. */
  random_sample(): number {
    return this.bit_generator.nextDouble();
  }

  /** A standard normal. */
  standard_normal(): number {
    if (this.#kept !== undefined) {
      const value = this.#kept;
      this.#kept = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * this.random_sample() - 1;
      const y = 2 * this.random_sample() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * log(square)) / square);
      this.#kept = factor * x;
      return factor * y;
    }
  }
}
