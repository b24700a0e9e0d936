import {numpyKernelBase64} from "../numpy.wasm.js";
import type {Generator} from "./generator.js";
import {zigguratTables} from "./zigguratTables.js";

/** What `lib/random/assembly/` exports; its docstrings are the reference. Addresses are bytes. */
interface NumpyKernelExports {
  memory: WebAssembly.Memory;
  stateHigh: WebAssembly.Global<"i64">;
  stateLow: WebAssembly.Global<"i64">;
  heapBase(): number;
  tables(): number;
  log1p(x: number): number;
  setState(high: bigint, low: bigint): void;
  setIncrement(high: bigint, low: bigint): void;
  fill(out: number, count: number): void;
  replay(
    theta: number,
    z: number,
    factor: number,
    scaled: number,
    entries: number,
    curvatures: number,
    decay: number,
    rates: number,
    gains: number,
    steps: number,
    replicates: number,
    dimension: number
  ): void;
}

/**
 * NumPy's `PCG64` and ziggurat in WebAssembly: the same bits as `Generator`, some fifty times faster.
 *
 * @example
 * const kernel = await NumpyKernel.create();
 * kernel.standard_normal(default_rng(7), new Float64Array(4)) // as default_rng(7).standard_normal(4)
 */
export class NumpyKernel {
  static #module: Promise<WebAssembly.Module> | undefined;

  readonly exports: NumpyKernelExports;

  private constructor(instance: WebAssembly.Instance) {
    this.exports = instance.exports as unknown as NumpyKernelExports;
    new Uint8Array(this.exports.memory.buffer).set(zigguratTables, this.exports.tables());
  }

  /** A fresh instance with its own memory. */
  static async create(): Promise<NumpyKernel> {
    NumpyKernel.#module ??= WebAssembly.compile(
      Uint8Array.from(atob(numpyKernelBase64), character => character.charCodeAt(0))
    );
    return new NumpyKernel(await WebAssembly.instantiate(await NumpyKernel.#module, {}));
  }

  /** Views of `counts` float64 each, zeroed; those given before are overwritten. */
  allocate(counts: readonly number[]): Float64Array[] {
    const {memory, heapBase} = this.exports;
    let top = (heapBase() + 15) & ~15;
    const starts = counts.map(count => {
      const start = top;
      top += (8 * count + 15) & ~15;
      return start;
    });
    const missing = top - memory.buffer.byteLength;
    if (missing > 0) memory.grow((missing + 65535) >>> 16);
    return starts.map((start, i) => new Float64Array(memory.buffer, start, counts[i]).fill(0));
  }

  /** Runs `draw` on the generator's state, and leaves the generator where `draw` ended. */
  advance(generator: Generator, draw: (kernel: NumpyKernelExports) => void): void {
    const source = generator.bit_generator;
    const {setState, setIncrement, stateHigh, stateLow} = this.exports;
    setIncrement(source.increment >> 64n, source.increment & MASK64);
    setState(source.state >> 64n, source.state & MASK64);
    draw(this.exports);
    source.state =
      (BigInt.asUintN(64, stateHigh.value) << 64n) | BigInt.asUintN(64, stateLow.value);
  }

  /** Fills `out` with what `generator.standard_normal(out.length)` would draw. */
  standard_normal(generator: Generator, out: Float64Array): Float64Array {
    const [block] = this.allocate([Math.min(out.length, BLOCK)]);
    this.advance(generator, ({fill}) => {
      for (let start = 0; start < out.length; start += BLOCK) {
        const count = Math.min(BLOCK, out.length - start);
        fill(block!.byteOffset, count);
        out.set(block!.subarray(0, count), start);
      }
    });
    return out;
  }
}

const MASK64 = (1n << 64n) - 1n;
/** Normals per call: short calls let the engine swap in its optimised code early. */
const BLOCK = 1 << 14;
