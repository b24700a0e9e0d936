import {denseKernelBase64} from "./dense.wasm.js";

/** What `lib/linalg/assembly/` exports; its docstrings are the reference. Addresses are bytes. */
interface DenseExports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  crossproduct(
    left: number,
    right: number,
    rows: number,
    groups: number,
    others: number,
    upper: number,
    out: number
  ): void;
  centre(panels: number, rows: number, groups: number): number;
  multiply(a: number, b: number, out: number, n: number, stride: number): void;
  compensated(
    a: number,
    b: number,
    low: number,
    upper: number,
    out: number,
    carry: number,
    n: number,
    stride: number
  ): void;
  hessenberg(h: number, q: number, v: number, sums: number, n: number): void;
  francis(
    t: number,
    u: number,
    v: number,
    sums: number,
    n: number,
    low: number,
    high: number,
    shift: number,
    other: number,
    w: number
  ): void;
  tridiagonalise(v: number, d: number, e: number, n: number, stride: number, vectors: number): void;
  diagonalise(
    v: number,
    d: number,
    e: number,
    c: number,
    s: number,
    n: number,
    stride: number
  ): void;
}

/** The dense kernel with places for the matrices of one computation. */
export interface DenseKernel {
  readonly exports: DenseExports;
  /** The address of each place. */
  readonly at: readonly number[];
  /** The numbers in each place, all zero to begin with. */
  readonly places: readonly Float64Array[];
}

let compiled: WebAssembly.Module | undefined;
let kept: DenseExports | undefined;
let available = true;

/** A memory up to this size is kept for the next computation; a larger one goes with its own. */
const most = 2 ** 26;

/**
 * The kernel with places of so many numbers each, which are valid until it is asked for again. Undefined where
 * there is no WebAssembly with SIMD, or where it may not be compiled: then the plain loops have the same bits.
 */
export function denseKernel(lengths: readonly number[]): DenseKernel | undefined {
  if (!available) return undefined;
  try {
    const exports = kept ?? instantiate();
    let top = (exports.heapBase() + 63) & ~63;
    const at = lengths.map(length => {
      const address = top;
      top += Math.ceil(length / 8) * 64;
      return address;
    });
    const missing = top - exports.memory.buffer.byteLength;
    if (missing > 0) exports.memory.grow(Math.ceil(missing / 65536));
    kept = top > most ? undefined : exports;
    const {buffer} = exports.memory;
    const places = lengths.map((length, k) => new Float64Array(buffer, at[k], length).fill(0));
    return {exports, at, places};
  } catch {
    // Too large a memory is refused for one computation, a module that does not compile for good.
    available = compiled !== undefined;
    return undefined;
  }
}

function instantiate(): DenseExports {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(denseKernelBase64), character => character.charCodeAt(0))
  );
  return new WebAssembly.Instance(compiled, {}).exports as unknown as DenseExports;
}

/** Rows of n entries with zeros behind them: n up to the next multiple of four. */
export const strideOf = (n: number): number => (n + 3) & ~3;

/** Copies n rows of d entries to groups of four columns, each row after row, with zeros beyond the last. */
export function intoPanels(from: Float64Array, into: Float64Array, n: number, d: number): void {
  for (let k = 0; k < n; k++) rowIntoPanels(from, k * d, into, k, n, d);
}

/** Copies the d entries from `at` on to where row k of n has its place in such groups. */
export function rowIntoPanels(
  from: ArrayLike<number>,
  at: number,
  into: Float64Array,
  k: number,
  n: number,
  d: number
): void {
  let to = 4 * k;
  const end = at + d;
  for (; at + 4 <= end; at += 4, to += 4 * n) {
    into[to] = from[at];
    into[to + 1] = from[at + 1];
    into[to + 2] = from[at + 2];
    into[to + 3] = from[at + 3];
  }
  for (; at < end; at++, to++) into[to] = from[at];
}

/**
 * Copies n rows of d entries, of which those from `first` on up to `last`, to groups of four rows, each column after
 * column, with zeros beyond the last row.
 */
export function rowsIntoPanels(
  from: Float64Array,
  into: Float64Array,
  n: number,
  d: number,
  [first, last]: readonly [number, number] = [0, d]
): void {
  const fours = n - (n & 3);
  let to = 0;
  for (let i = 0; i < fours; i += 4)
    for (let at = i * d + first, end = i * d + last; at < end; at++, to += 4) {
      into[to] = from[at];
      into[to + 1] = from[at + d];
      into[to + 2] = from[at + 2 * d];
      into[to + 3] = from[at + 3 * d];
    }
  for (let i = fours; i < n; i++)
    for (let at = i * d + first, end = i * d + last, k = to + i - fours; at < end; at++, k += 4)
      into[k] = from[at];
}

/** Copies n rows of n entries to rows of `to` entries. */
export function spread(from: Float64Array, into: Float64Array, n: number, to: number): void {
  for (let i = 0; i < n; i++) into.set(from.subarray(i * n, i * n + n), i * to);
}

/** The way back: n rows of k entries, as many as rows unless given. */
export function gathered(from: Float64Array, n: number, stride: number, k = n): Float64Array {
  const out = new Float64Array(n * k);
  for (let i = 0; i < n; i++) out.set(from.subarray(i * stride, i * stride + k), i * k);
  return out;
}
