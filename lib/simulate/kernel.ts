import {kernelBase64} from "./kernel.wasm.js";

/** What `lib/simulate/assembly/` exports; its docstrings are the reference. Addresses are bytes. */
export interface KernelExports {
  memory: WebAssembly.Memory;
  heapBase(): number;
  normals(state: number, out: number, pairs: number): void;
  shape(
    factor: number,
    z: number,
    out: number,
    dimension: number,
    rank: number,
    steps: number,
    lower: number
  ): void;
  advance(
    state: number,
    decay: number,
    gain: number,
    noise: number,
    stride: number,
    path: number,
    pathStride: number,
    dimension: number,
    steps: number
  ): void;
  advanceScheduled(
    state: number,
    hessian: number,
    gain: number,
    noise: number,
    stride: number,
    path: number,
    pathStride: number,
    dimension: number,
    steps: number,
    rates: number,
    gains: number
  ): void;
  advanceMomentum(
    state: number,
    momentum: number,
    hessian: number,
    gain: number,
    preconditioner: number,
    noise: number,
    stride: number,
    path: number,
    pathStride: number,
    dimension: number,
    steps: number,
    rates: number,
    rateStride: number,
    mu: number,
    kappa: number,
    alpha: number,
    beta: number
  ): void;
  regressFresh(
    state: number,
    momentum: number,
    gradient: number,
    gain: number,
    samples: number,
    batch: number,
    path: number,
    pathStride: number,
    dimension: number,
    steps: number,
    rates: number,
    rateStride: number,
    mu: number
  ): void;
  regressFixed(
    stream: number,
    state: number,
    momentum: number,
    gradient: number,
    data: number,
    count: number,
    order: number,
    batch: number,
    path: number,
    pathStride: number,
    dimension: number,
    steps: number,
    rates: number,
    rateStride: number,
    mu: number
  ): void;
  sumFirst(path: number, stride: number, dimension: number, steps: number, sums: number): void;
  sumDiagonal(
    path: number,
    stride: number,
    dimension: number,
    steps: number,
    sums: number,
    squares: number
  ): void;
  sumPlane(path: number, stride: number, steps: number, sums: number): void;
  sumPowers(
    path: number,
    stride: number,
    dimension: number,
    steps: number,
    direction: number,
    sums: number
  ): void;
  sumProducts(path: number, stride: number, dimension: number, steps: number, sums: number): void;
}

/** One instance of the kernel with its own memory: not to be shared between threads. */
export interface Kernel extends KernelExports {
  /** Forgets all earlier allocations. */
  reset(): void;
  /** The address of `bytes` zeroed bytes, a multiple of 16. May grow, and detach, the memory. */
  allocate(bytes: number): number;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * A fresh kernel instance; the module is compiled once per thread.
 *
 * @example const kernel = await createKernel();
 */
export async function createKernel(): Promise<Kernel> {
  compiled ??= WebAssembly.compile(
    Uint8Array.from(atob(kernelBase64), character => character.charCodeAt(0))
  );
  const instance = await WebAssembly.instantiate(await compiled, {});
  const exports = instance.exports as unknown as KernelExports;
  const base = (exports.heapBase() + 63) & ~63;
  let top = base;
  return {
    ...exports,
    reset() {
      top = base;
    },
    allocate(bytes) {
      const at = top;
      top += (bytes + 15) & ~15;
      const missing = top - exports.memory.buffer.byteLength;
      if (missing > 0) exports.memory.grow((missing + 65535) >>> 16);
      new Uint8Array(exports.memory.buffer, at, top - at).fill(0);
      return at;
    }
  };
}
