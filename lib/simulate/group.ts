import type {Kernel} from "./kernel.js";
import {layoutOf} from "./layout.js";
import type {Cell} from "./spec.js";

/** A recursion's own part of a group: its memory, its start and its steps. */
export interface Stepper {
  /** Address of θ: f64×4 per coordinate. */
  readonly state: number;
  /** The most steps that one `take` may be asked for. */
  readonly stretch: number;
  /** Address of the four streams: word by word, u32×4 each. */
  readonly stream: number;
  /** Sets everything but state and streams to its start. */
  restart(): void;
  /**
   * Takes at most `steps` steps and returns how many; writes θ after each at
   * [coordinate][step], `stretch` steps per coordinate, from `path` on unless that is 0.
   */
  take(steps: number, path: number): number;
}

/** Four replicates of a cell, under way. Their vectors hold entry i of replicate k at 4i + k. */
export interface ReplicateGroup {
  /** Puts the four replicates at their start, with these four stream states. */
  restart(streams: readonly Uint32Array[]): void;
  /** Steps taken since the start. */
  readonly step: number;
  /** Takes `steps` steps; `collect` adds them to the running sums. */
  advance(steps: number, collect: boolean): void;
  /** θ. A view, valid until the next allocation, as those below. */
  state(): Float64Array;
  /** Σθ. */
  firstSums(): Float64Array;
  /** Σθᵢθⱼ in the order of `Layout.pairs`. */
  secondSums(): Float64Array;
  /** Σ(uᵀθ)ᵖ, p = 1…4, direction by direction. */
  directionalSums(): Float64Array;
}

/** Loads a cell's directions into a kernel and returns what turns its steppers into groups. */
export function grouping(kernel: Kernel, cell: Cell): (stepper: Stepper) => ReplicateGroup {
  const {dimension: d, pairs} = layoutOf(cell);
  const moments = cell.moments ?? "none";
  const directions = cell.directions ?? [];
  const collecting = moments !== "none" || directions.length > 0;
  const f64 = (at: number, length: number) => new Float64Array(kernel.memory.buffer, at, length);
  const directionsAt = kernel.allocate(8 * d * directions.length);
  for (const [k, u] of directions.entries()) f64(directionsAt + 8 * d * k, d).set(u);

  return stepper => {
    const {state, stream, stretch} = stepper;
    const sums = d + pairs.length + 4 * directions.length;
    const first = kernel.allocate(32 * sums);
    const second = first + 32 * d;
    const powers = second + 32 * pairs.length;
    const path = collecting ? kernel.allocate(32 * d * stretch) : 0;
    let step = 0;

    function collect(steps: number): void {
      if (moments === "full" && d === 2) kernel.sumPlane(path, stretch, steps, first);
      else if (moments === "diagonal") kernel.sumDiagonal(path, stretch, d, steps, first, second);
      else if (moments !== "none") {
        kernel.sumFirst(path, stretch, d, steps, first);
        if (moments === "full") kernel.sumProducts(path, stretch, d, steps, second);
      }
      for (let k = 0; k < directions.length; k++)
        kernel.sumPowers(path, stretch, d, steps, directionsAt + 8 * d * k, powers + 128 * k);
    }

    return {
      restart(streams) {
        const words = new Uint32Array(kernel.memory.buffer, stream, 16);
        for (const [lane, words4] of streams.entries())
          for (let i = 0; i < 4; i++) words[4 * i + lane] = words4[i];
        const theta = f64(state, 4 * d);
        for (let i = 0; i < 4 * d; i++) theta[i] = cell.initial?.[i >> 2] ?? 0;
        f64(first, 4 * sums).fill(0);
        stepper.restart();
        step = 0;
      },
      get step() {
        return step;
      },
      advance(steps, wanted) {
        for (const end = step + steps; step < end; ) {
          const to = wanted ? path : 0;
          const taken = stepper.take(Math.min(stretch, end - step), to);
          if (to) collect(taken);
          step += taken;
        }
      },
      state: () => f64(state, 4 * d),
      firstSums: () => f64(first, 4 * d),
      secondSums: () => f64(second, 4 * pairs.length),
      directionalSums: () => f64(powers, 16 * directions.length)
    };
  };
}
