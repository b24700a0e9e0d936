import {covarianceEllipse} from "../../lib/linalg/covarianceEllipse.js";
import type {NamedEllipse} from "../../lib/workbench/export/reportCharts.js";
import type {PlaneLaw} from "../../lib/workbench/plane.js";

/** The law of a run along two directions, which are named as `--directions` names them. */
export interface Ellipse extends Pick<PlaneLaw, "covariance" | "inside"> {
  readonly along: string;
}

/** What the report says of an ellipse. */
export const numbersOf = ({along, covariance, inside}: Ellipse) => ({along, covariance, inside});

/** An ellipse as the printed report draws it. */
export function namedEllipse({along, covariance}: Ellipse): NamedEllipse {
  const [across, upwards] = along.split(",");
  return {across, upwards, covariance};
}

/** An ellipse as the terminal shows it. */
export function ellipseLines(ellipse: Ellipse | undefined): string[] {
  if (!ellipse) return [];
  const {along, covariance, inside} = ellipse;
  const digits = (x: number) => String(Number(x.toPrecision(6)));
  const [[a, c], [, b]] = covariance;
  const [first, second] = along.split(",");
  const beyond = [first, second].flatMap((name, k) =>
    inside[k] < 0.999 ? `${name} has ${digits(1 - inside[k])} of its square where H is flat` : []
  );
  return [
    "",
    `${`Σ along ${first} and ${second}`.padEnd(26)}variances ${digits(a)} and ${digits(b)}, covariance ${digits(c)}${beyond.length ? `  ${beyond.join(", ")}` : ""}`
  ];
}

/** The points of the ellipse that is to hold 95 % of the iterates. */
export const ellipseRows = ({covariance}: Ellipse) =>
  covarianceEllipse(covariance.map(row => [...row])).map(([across, upwards]) => ({
    across,
    upwards
  }));
