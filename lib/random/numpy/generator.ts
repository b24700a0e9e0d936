import {integer} from "../../check.js";
import type {BitGenerator} from "./bitGenerator.js";
import {boundedInteger, maskedInteger} from "./bounded.js";
import {PCG64} from "./pcg64.js";
import {sampleWithoutReplacement} from "./sampleWithoutReplacement.js";
import type {SeedSequence} from "./seedSequence.js";
import {shuffle} from "./shuffle.js";
import {standardNormal} from "./standardNormal.js";

/** How many values: one number without it, else a flat array in NumPy's (row-major) order. */
export type Size = number | readonly number[];

/**
 * NumPy's `Generator`: the methods that the documents' experiments use, under NumPy's names, bit for
 * bit NumPy 1.17 to 2.
 */
export class Generator<Source extends BitGenerator = PCG64> {
  constructor(readonly bit_generator: Source) {}

  /** Standard normals. */
  standard_normal(): number;
  standard_normal(size: Size): Float64Array;
  standard_normal(size?: Size): number | Float64Array {
    return fill(size, () => standardNormal(this.bit_generator));
  }

  /** Uniforms on [0, 1), multiples of 2⁻⁵³. */
  random(): number;
  random(size: Size): Float64Array;
  random(size?: Size): number | Float64Array {
    return fill(size, () => this.bit_generator.nextDouble());
  }

  /** Integers in [low, high); with `high` null in [0, low). Both ends are safe integers. */
  integers(low: number, high?: number | null): number;
  integers(low: number, high: number | null, size: Size): Float64Array;
  integers(low: number, high: number | null = null, size?: Size): number | Float64Array {
    const least = high === null ? 0 : integer("low", low, -Infinity);
    const end = integer("high", high ?? low, least + 1);
    return fill(size, () => least + boundedInteger(this.bit_generator, end - 1 - least));
  }

  /** The integers below `x`, or a copy of the items of `x`, in random order. */
  permutation(x: number): number[];
  permutation<T>(x: readonly T[]): T[];
  permutation<T>(x: number | readonly T[]): number[] | T[] {
    const draw = (most: number) => maskedInteger(this.bit_generator, most);
    if (typeof x !== "number") return shuffle([...x], 1, draw);
    integer("x", x, 0);
    return shuffle(
      Array.from({length: x}, (_, i) => i),
      1,
      draw
    );
  }

  /** `size` integers below `population`, equally likely, with replacement unless told otherwise. */
  choice(population: number, size: number, {replace = true} = {}): number[] {
    integer("population", population, 1);
    integer("size", size, 0, replace ? Infinity : population);
    return replace
      ? Array.from(this.integers(0, population, size))
      : sampleWithoutReplacement(this.bit_generator, population, size);
  }
}

/**
 * NumPy's `default_rng(seed)`: a `Generator` over `PCG64`.
 *
 * @throws RangeError where the seed is not a non-negative integer, or a list of them
 * @example default_rng(7).standard_normal() // 0.0012301533574825742
 */
export function default_rng(
  seed: number | bigint | readonly (number | bigint)[] | SeedSequence
): Generator {
  return new Generator(new PCG64(seed));
}

function fill(size: Size | undefined, draw: () => number): number | Float64Array {
  if (size === undefined) return draw();
  const shape = typeof size === "number" ? [size] : size;
  const count = shape.reduce((product, n) => product * integer("size", n, 0), 1);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = draw();
  return values;
}
