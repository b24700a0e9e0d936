import type {Axis} from "./axis.js";

/**
 * A Fokker–Planck equation on a grid: the rates at which probability passes between cells.
 *
 *     dm_c/dt = Σ_k  backward_k[c] m_{c+o_k} − forward_k[c] m_c  +  forward_k[c−o_k] m_{c−o_k} − backward_k[c−o_k] m_c
 *
 * m_c is the probability of cell c, o_k = `offsets[k]` leads from a cell to its neighbour in
 * direction k. What leaves one cell enters another, so the total never changes; every rate is ≥ 0, so
 * no probability becomes negative. Nothing passes through the border.
 *
 * Cells are numbered along the first axis first: c = i + j·(cells of the first axis).
 */
export interface FokkerPlanck {
  readonly axes: readonly Axis[];
  readonly size: number;
  /** Length or area of a cell: a density is m divided by it. */
  readonly cellVolume: number;
  readonly offsets: readonly number[];
  /** From cell c to c + o_k, per unit time; 0 where there is no such neighbour. */
  readonly forward: readonly Float64Array[];
  /** From cell c + o_k to c. */
  readonly backward: readonly Float64Array[];
}
