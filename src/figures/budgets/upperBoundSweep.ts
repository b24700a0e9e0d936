import type {Chart, Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {largestScore, score} from "../scores.js";
import {pairOf} from "./upper-bound.js";

/** What the sweep ran. */
export interface SchedulesRun {
  readonly metricRatio: number;
  readonly degrees: readonly number[];
  readonly eta0: readonly number[];
}

export interface ScheduleRow
  extends Readonly<
    Record<"degrees" | "eta0" | "horizon" | "risk" | "standardError" | "expected", number>
  > {}

/** The pair that the sweep ran at an angle. */
export const sweptPair = ({metricRatio}: Pick<SchedulesRun, "metricRatio">, degrees: number) =>
  pairOf({angle: degrees, metric: metricRatio});

/** A row as a mark, T times risk over Tr F². */
function markOf(row: ScheduleRow, run: SchedulesRun) {
  const unit = row.horizon / sweptPair(run, row.degrees).traceSquare;
  return {
    x: row.horizon,
    y: unit * row.risk,
    standardError: unit * row.standardError,
    expected: unit * row.expected
  };
}

/** The largest |z| of all rows. */
export const worstScore = (rows: readonly ScheduleRow[], run: SchedulesRun): number =>
  largestScore(rows.map(row => markOf(row, run)));

/** T times risk, measured and exact, at each angle. */
export function scaledRisk(rows: readonly ScheduleRow[], run: SchedulesRun): Chart {
  const values = rows.map(row => markOf(row, run).y);
  return {
    title: "$T$ times risk, measured and exact",
    caption:
      "Dots with 95 % bars: measured; lines: exact; divided by Tr $F^2$. A curve that levels off has the rate $1/T$. Only $η_0$ decides, not the angle.",
    description:
      "For the two larger η₀ the curves are level at every angle; for the two smaller they rise.",
    shape: 1,
    x: {label: "iterates $T$", column: "T", scale: "log"},
    y: {
      label: "$T$ × risk over Tr $F^2$",
      column: "scaledRisk",
      scale: "log",
      domain: [Math.min(...values) / 1.3, Math.max(...values) * 1.3]
    },
    panels: run.degrees.map(degrees => ({
      name: `$φ = ${degrees}°$`,
      series: run.eta0.flatMap((eta0): Series[] => {
        const marks = rows
          .filter(row => row.degrees === degrees && row.eta0 === eta0)
          .map(row => markOf(row, run));
        return [
          {
            is: "exact",
            name: `$η_0 = ${eta0}$`,
            marks: marks.map(({x, expected}) => ({x, y: expected})),
            near: 0.85
          },
          {is: "measured", name: `measured, $η_0 = ${eta0}$`, label: false, marks}
        ];
      })
    }))
  };
}

/** The exponent of the risk between the last two horizons, measured and exact. */
export interface Exponent
  extends Readonly<
    Record<"degrees" | "eta0" | "mu" | "limit" | "exact" | "y" | "standardError" | "z", number>
  > {
  readonly applies: boolean;
}

export function exponents(rows: readonly ScheduleRow[], run: SchedulesRun): Exponent[] {
  return run.degrees.flatMap(degrees =>
    run.eta0.map(eta0 => {
      const own = rows.filter(row => row.degrees === degrees && row.eta0 === eta0);
      const [before, after] = own.slice(-2);
      const octaves = Math.log(after.horizon / before.horizon);
      const {mu, threshold} = sweptPair(run, degrees);
      return {
        degrees,
        eta0,
        mu,
        applies: eta0 > threshold,
        limit: -Math.min(1, 2 * eta0),
        exact: Math.log(after.expected / before.expected) / octaves,
        y: Math.log(after.risk / before.risk) / octaves,
        standardError:
          Math.hypot(after.standardError / after.risk, before.standardError / before.risk) /
          octaves,
        z: score(markOf(after, run))
      };
    })
  );
}

export const exponentColumns: readonly TableColumn<Exponent>[] = [
  {header: "$φ$", value: row => `${row.degrees}°`},
  {header: "$µ_F$", value: row => fixed(row.mu, 2)},
  {header: "$η_0$", value: row => fixed(row.eta0, 2)},
  {header: "theorem applies", value: row => (row.applies ? "yes" : "no"), text: true},
  {header: "slope, limit", value: row => fixed(row.limit, 2)},
  {header: "slope, exact here", value: row => fixed(row.exact, 3)},
  {header: "slope, measured ± s.e.", value: row => withError(row.y, row.standardError, 3)},
  {header: "$z$ of the risk", value: row => signed(row.z)}
];
