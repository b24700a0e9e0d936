import type {Chart} from "../components/chart/declaration.js";

/** A row of the sweep over the small network. */
export interface NetworkRow {
  readonly batch: number;
  readonly share: number;
  readonly measured: number;
  readonly standardError: number;
  readonly quadratic: number;
  readonly continuous: number;
}

/** Measured floors over those of the quadratic, against the learning rate as a share of the edge. */
export function networkFloor(rows: readonly NetworkRow[]): Chart {
  const batches = [...new Set(rows.map(({batch}) => batch))].sort((a, b) => a - b);
  const large = batches[batches.length - 1];
  const of = (batch: number) => rows.filter(row => row.batch === batch);
  const ends = [0, Math.max(...rows.map(({share}) => share)) + 0.05] as const;
  return {
    title: "Measured floor of the small network over the predicted one",
    caption: `Dots with 95\u2009% bars: SGD on the network itself, filled for $b$ = ${batches[0]} and open for $b$ = ${large}; solid: the quadratic of its Hessian, after the same steps; dashed: the diffusion.`,
    description: "Measured ratios start at one and leave it as the learning rate nears the edge.",
    x: {
      label: "learning rate, share of the edge",
      column: "share",
      domain: ends,
      format: "percent"
    },
    y: {label: "floor, measured over predicted", column: "ratio"},
    panels: [
      {
        series: [
          {is: "exact", name: "quadratic", marks: ends.map(x => ({x, y: 1})), near: 0.1},
          {
            is: "continuous",
            name: "diffusion",
            marks: of(large).map(row => ({x: row.share, y: row.continuous / row.quadratic})),
            near: 0.8
          },
          ...batches.map(
            batch =>
              ({
                is: "measured",
                name: `$b$ = ${batch}`,
                second: batch === large && batches.length > 1,
                marks: of(batch).map(row => ({
                  x: row.share,
                  y: row.measured / row.quadratic,
                  standardError: row.standardError / row.quadratic
                }))
              }) as const
          )
        ]
      }
    ]
  };
}

/** How far the quadratic carries: the largest share of the edge up to which it is right, and the row that is furthest off. */
export function carried(rows: readonly NetworkRow[]) {
  const off = ({measured, quadratic}: NetworkRow) => Math.abs(Math.log(measured / quadratic));
  return {
    /** The largest share up to which no floor is off by more than `within` and two standard errors. */
    upTo: (within: number): number =>
      [...new Set(rows.map(({share}) => share))]
        .sort((a, b) => a - b)
        .filter(share => rows.every(row => row.share > share || isWithin(row, within)))
        .at(-1) ?? 0,
    worst: rows.reduce((most, row) => (off(row) > off(most) ? row : most))
  };
}

const isWithin = ({measured, quadratic, standardError}: NetworkRow, within: number): boolean =>
  Math.abs(measured - quadratic) <= within * quadratic + 2 * standardError;

/** How many weights the network has, with a bias for each hidden unit. */
export const weightsOf = ({hidden, inputs}: {hidden: number; inputs: number}): number =>
  hidden * (inputs + 2);
