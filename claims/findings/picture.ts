/** Numbers against numbers. */
export type Points = readonly (readonly [x: number, y: number])[];

/** What decides a finding: what a document prints and what holds, at the same abscissae where they can be. */
export interface Picture {
  /** What runs to the right and upwards, in words. */
  readonly x: string;
  readonly y: string;
  /** Whether abscissae, and ordinates, are shown by their powers. */
  readonly spread?: boolean;
  readonly logarithmic?: boolean;
  /** What is shown of the ordinates, where some are far off. */
  readonly within?: readonly [low: number, high: number];
  /** Names of the abscissae 0, 1, … where they are no numbers. */
  readonly names?: readonly string[];
  readonly printed: Points;
  readonly measured: Points;
  /** The formula that holds, where one is drawn. */
  readonly exact?: Points;
  /** What the print and the measurement say at one place, and which place that is, in words. */
  readonly at: {readonly where: string; readonly printed: number; readonly measured: number};
  /** Whether the two differ in the way that the finding says. */
  readonly differs: boolean;
}

/** f at each x. */
export const along = (xs: readonly number[], f: (x: number) => number): Points =>
  xs.map(x => [x, f(x)] as const);

/** n + 1 numbers from `from` to `to`, evenly. */
export const evenly = (from: number, to: number, n: number): number[] =>
  Array.from({length: n + 1}, (_, k) => from + ((to - from) * k) / n);

/** The value at the last abscissa. */
export const lastOf = (points: Points): number => (points.at(-1) as Points[number])[1];
