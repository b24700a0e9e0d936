import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {TenDimensionalNoise} from "../../lib/problems/fisherTenDimensional.js";
import {
  expectedRisks,
  limitRisk,
  type PlateauRun,
  type Replayed,
  type Swept,
  scaled
} from "./plateau.js";

/** A line of Table 4, in units of 10⁻⁴: printed, replayed, expected, and our own sweep where it has one. */
export interface Table4Line {
  readonly noise: TenDimensionalNoise;
  readonly T: number;
  readonly printed: number;
  readonly replayed: number;
  readonly expected: number;
  readonly standardError: number;
  readonly zPrinted: number;
  readonly own?: {readonly risk: number; readonly standardError: number; readonly z: number};
}

/** The lines of Table 4 beside what is expected and what our own sweep measured. */
export function table4(
  entries: readonly Replayed[],
  rows: readonly Swept[],
  run: PlateauRun
): Table4Line[] {
  return entries.map(({noise, T, printed, risk}) => {
    const [expectation] = expectedRisks(run, noise, [T]);
    const ours = rows.find(row => row.how === "last" && row.noise === noise && row.steps === T);
    return {
      noise,
      T,
      printed: scaled(printed),
      replayed: scaled(risk),
      expected: scaled(expectation.risk),
      standardError: scaled(expectation.standardError),
      zPrinted: (printed - expectation.risk) / expectation.standardError,
      ...(ours && {
        own: {
          risk: scaled(ours.risk),
          standardError: scaled(ours.standardError),
          z: (ours.risk - ours.expected) / ours.standardError
        }
      })
    };
  });
}

/** Whether the replay gives what is printed, in every printed digit. */
export const sameDigits = ({printed, replayed}: Table4Line): boolean =>
  printed.toFixed(2) === replayed.toFixed(2);

export const table4Caption = {
  label: "Table 4: printed, replayed, predicted and measured risks, in units of $10^{−4}$"
};

export const table4Columns: readonly TableColumn<Table4Line>[] = [
  {header: "noise", value: row => row.noise, text: true},
  {header: "$T$", value: row => whole(row.T)},
  {header: "printed", value: row => fixed(row.printed, 2)},
  {header: "replayed", value: row => fixed(row.replayed, 3)},
  {header: "predicted ± s.e.", value: row => withError(row.expected, row.standardError, 3)},
  {header: "$z$, printed", value: row => signed(row.zPrinted)},
  {
    header: "measured ± s.e.",
    value: ({own}) => (own ? withError(own.risk, own.standardError, 3) : "–")
  },
  {header: "$z$, ours", value: ({own}) => (own ? signed(own.z) : "–")}
];

/** The limits that Table 4 prints, in units of 10⁻⁴. */
export const printedLimits: Readonly<Record<TenDimensionalNoise, number>> = {
  anisotropic: 8.63,
  isotropic: 8.58
};

/** A plateau as the average over the longest run has it, in units of 10⁻⁴. */
export interface Settled {
  readonly noise: TenDimensionalNoise;
  readonly printed: number;
  readonly limit: number;
  readonly expected: number;
  readonly risk: number;
  readonly standardError: number;
}

export const settled = (rows: readonly Swept[], run: PlateauRun): Settled[] =>
  rows
    .filter(row => row.how === "average" && run.noise.includes(row.noise))
    .map(({noise, expected, risk, standardError}) => ({
      noise,
      printed: printedLimits[noise],
      limit: scaled(limitRisk(run, noise)),
      expected: scaled(expected),
      risk: scaled(risk),
      standardError: scaled(standardError)
    }));

export const settledCaption = {label: "The two plateaux, in units of $10^{−4}$"};

export const settledColumns: readonly TableColumn<Settled>[] = [
  {header: "noise", value: row => row.noise, text: true},
  {header: "$R_∞$, printed", value: row => fixed(row.printed, 2)},
  {header: "$R_∞$, exact", value: row => fixed(row.limit, 4)},
  {header: "average from $T/5$, expected", value: row => fixed(row.expected, 4)},
  {header: "measured ± s.e.", value: row => withError(row.risk, row.standardError, 4)},
  {header: "$z$", value: row => signed((row.risk - row.expected) / row.standardError)}
];
