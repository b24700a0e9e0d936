import type {Chart, Mark} from "../components/chart/declaration.js";
import {percent} from "../components/format.js";
import {covarianceEllipse, radius95} from "../lib/linalg/covarianceEllipse.js";
import type {LiveCell} from "../lib/simulate/liveRun.js";
import type {SweepSpec} from "../lib/simulate/spec.js";
import type {BenchQuestion} from "../lib/workbench/bench.js";
import {digits} from "../lib/workbench/export/digits.js";
import type {NamedEllipse} from "../lib/workbench/export/reportCharts.js";
import type {Direction, Pair, PlaneLaw, PlaneRuns} from "../lib/workbench/plane.js";

/** What a direction of the picture is, in the words of its control. */
export const directions = {
  hessian: "eigenvector of H, stiffest first",
  covariance: "eigenvector of G, noisiest first",
  parameters: "parameter, by its column from 0"
} as const satisfies Readonly<Record<Direction["of"], string>>;

const choices = Object.values(directions);

/** Any two directions. */
export const planeControls = {
  across: {label: "Across", options: choices, value: choices[0] as string},
  acrossAt: {label: "Across: its number", least: 0, placeholder: "1", value: 1 as number | null},
  along: {label: "Upwards", options: choices, value: choices[0] as string},
  alongAt: {label: "Upwards: its number", least: 0, placeholder: "2", value: 2 as number | null}
};

/** The directions that the controls ask for. */
export function directionsOf(asked: {
  readonly across: string;
  readonly acrossAt: number | null;
  readonly along: string;
  readonly alongAt: number | null;
}): Pair<Direction> {
  const of = (words: string) =>
    (Object.keys(directions) as Direction["of"][]).find(key => directions[key] === words) ??
    "hessian";
  return [
    {of: of(asked.across), at: asked.acrossAt ?? 1},
    {of: of(asked.along), at: asked.alongAt ?? 2}
  ];
}

const named = ({of, at}: Direction): string =>
  of === "parameters"
    ? `parameter ${at}`
    : `eigenvector ${at} of $${of === "hessian" ? "H" : "G"}$`;

/** A law as the printed report draws it, which knows no formulas; none where there is no law. */
export function ellipseToPrint(
  law: PlaneLaw | string,
  asked: Pair<Direction>
): NamedEllipse | undefined {
  if (typeof law === "string") return undefined;
  const [across, upwards] = asked.map(direction => named(direction).replaceAll("$", ""));
  return {across, upwards, covariance: law.covariance};
}

/** The runs of a cloud as the kernel takes them. */
export const planeSpec = ({cell, replicates}: PlaneRuns): SweepSpec => ({
  experiment: "workbench: plane",
  seed: 1,
  replicates,
  cells: [cell]
});

/** Where the runs are along the two directions. */
export function cloudOf({weights: [u, v]}: PlaneRuns, {states}: LiveCell): [number, number][] {
  const k = u.length;
  return Array.from({length: states.length / k}, (_, r) => {
    let [x, y] = [0, 0];
    for (let p = 0; p < k; p++) {
      x += u[p] * states[r * k + p];
      y += v[p] * states[r * k + p];
    }
    return [x, y];
  });
}

/** What the cloud says about the law, in a line. */
export function held(runs: PlaneRuns, points: readonly (readonly [number, number])[]): string {
  const [[a, c], [, d]] = runs.covariance;
  const determinant = a * d - c * c;
  const inside = points.filter(
    ([x, y]) => d * x * x - 2 * c * x * y + a * y * y <= determinant * radius95 ** 2
  ).length;
  const missing = runs.left
    ? `, ${runs.left} directions of $H$ left out that settle slowly or count for little`
    : "";
  return `${percent(inside / points.length, 1)} of ${points.length} runs of ${runs.cell.steps} steps end inside, where 95\u2009% are expected${missing}`;
}

/** The variances of the modes that run differ from those of the law by more than this. */
const visible = 0.02;

/** The ellipse where the iterates settle along two directions, with runs of the recursion where they were asked for. */
export function plane(
  law: PlaneLaw,
  pair: Pair<Direction>,
  {run}: BenchQuestion,
  points: readonly (readonly [number, number])[] = []
): Chart {
  const {covariance, inside, runs} = law;
  const [a, b] = pair.map(named);
  const reach = covariance.map((row, i) => 1.35 * radius95 * Math.sqrt(row[i]) || 1);
  const isPartial =
    runs !== null && [0, 1].some(i => runs.covariance[i][i] < (1 - visible) * covariance[i][i]);
  const beyond = inside
    .map((share, i) => ({share, name: [a, b][i]}))
    .filter(({share}) => share < 0.999)
    .map(
      ({share, name}) =>
        ` ${percent(1 - share, 1)} of ${name} lies where $H$ does not curve upwards, and is left out.`
    );
  return {
    title: "Where the iterates settle",
    caption: `Solid: the ellipse predicted to hold 95\u2009% of the iterates, along ${a} and ${b}, at $η$ = ${digits(run?.learningRate)} and $b$ = ${run?.batchSize}. ${points.length ? `Dots: runs of the recursion with Gaussian noise of the rows’ covariance${isPartial ? "; dotted: the ellipse of the directions of $H$ that ran" : ""}.` : "Runs of the recursion are drawn over it on request."}${beyond.join("")}`,
    description: "An ellipse in the plane of two directions, with the iterates in it.",
    shape: 0.62,
    x: {label: `along ${a}`, column: "across", domain: [-reach[0], reach[0]], ticks: 5},
    y: {label: `along ${b}`, column: "upwards", domain: [-reach[1], reach[1]], ticks: 5},
    panels: [
      {
        series: [
          ...(points.length
            ? ([
                {
                  is: "measured",
                  as: "cloud",
                  name: "simulated",
                  marks: points.map(([x, y]) => ({x, y}))
                }
              ] as const)
            : []),
          ...(points.length && runs && isPartial
            ? ([
                {
                  is: "surrogate",
                  as: "loop",
                  name: "of those that ran",
                  marks: ellipse(runs.covariance)
                }
              ] as const)
            : []),
          {is: "exact", as: "loop", name: "95\u2009%", marks: ellipse(covariance), near: 0.15}
        ]
      }
    ]
  };
}

const ellipse = (covariance: PlaneLaw["covariance"]): Mark[] =>
  covarianceEllipse(covariance.map(row => [...row]))
    .slice(0, -1)
    .map(([x, y]) => ({x, y}));
