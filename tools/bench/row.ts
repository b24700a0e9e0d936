/** One measured figure of `npm run bench`. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value has to reach (at least; at most where the unit is s). */
  readonly target?: number;
  /** Absent where there is nothing to reach. */
  readonly reached?: boolean;
  /** Why a figure is missing, or what to know about it. */
  readonly note?: string;
}

/** A row that is compared with what it has to reach. */
export function targetRow(name: string, value: number, unit: string, target: number): BenchRow {
  return {name, value, unit, target, reached: unit === "s" ? value <= target : value >= target};
}
