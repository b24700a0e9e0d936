import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {
  correlatedNoiseVariance,
  keptWithProbability
} from "../../lib/stationary/correlatedNoiseVariance.js";
import {score} from "../scores.js";

/** What the runs of dependent samples were. */
export interface DependentRun {
  readonly curvatures: readonly number[];
  readonly learningRate: number;
  readonly batchSize: number;
}

/** A fault of the batches in one direction: the variance of a batch times b, and that of the iterate. */
export interface FaultRow
  extends Readonly<
    Record<
      | "inflation"
      | "keep"
      | "uses"
      | "coordinate"
      | "curvature"
      | "noise"
      | "noiseError"
      | "variance"
      | "standardError"
      | "expected",
      number
    >
  > {
  readonly kind: string;
}

/** The variance without a fault. */
const clean = (curvature: number, {learningRate, batchSize}: DependentRun) =>
  correlatedNoiseVariance({curvature, learningRate, noise: {fresh: 1 / batchSize}});

const directions = ["stiff", "flat"];

/** Rows as marks over the extra variance of one batch, in units of the variance without a fault. */
export const faultMarks = (rows: readonly FaultRow[], run: DependentRun) =>
  rows.map(({inflation, variance, standardError, expected, ...row}) => {
    const base = clean(row.curvature, run);
    return {
      ...row,
      x: inflation,
      y: variance / base,
      standardError: standardError / base,
      expected: expected / base,
      direction: directions[row.coordinate - 1]
    };
  });

export type FaultMark = ReturnType<typeof faultMarks>[number];

/** The mark of samples that are used so many times, in the flat direction. */
export function flatReuse(marks: readonly FaultMark[], uses: number): FaultMark {
  const found = marks.find(
    mark => mark.kind === "reused" && mark.uses === uses && mark.coordinate === 2
  );
  if (!found) throw new RangeError(`uses must be one of the table; got ${uses}`);
  return found;
}

/** How often samples are used, in words. */
const often = (uses: number): string => ["once", "twice"][uses - 1] ?? `${uses} times`;

/** What the paper's heating says, in place of what is expected. */
const heated = (mark: FaultMark) => ({...mark, expected: 1 + mark.x});

/** Stationary variance against the variance of one batch, for five kinds of fault. */
export function againstExcess(rows: readonly FaultRow[], run: DependentRun): Chart {
  const marks = faultMarks(rows, run);
  const {learningRate, batchSize} = run;
  const kept = Math.max(...rows.map(({keep}) => keep));
  const lasting = (curvature: number) => (inflation: number) => {
    const shared = inflation / (batchSize - 1);
    const noise = {
      fresh: (1 - shared) / batchSize,
      lasting: shared,
      correlations: keptWithProbability(kept)
    };
    return correlatedNoiseVariance({curvature, learningRate, noise}) / clean(curvature, run);
  };
  const dots = (own: readonly FaultMark[]): Mark[] =>
    own.map(({kind, x, y, standardError, expected}) => ({
      x,
      y,
      standardError,
      expected,
      fault: kind
    }));
  return {
    title:
      "Stationary variance against the variance of one batch, both divided by their value without a fault",
    caption: `Dots: simulated from single samples, 95 % bars; open: samples that are used again; solid: exact; dotted: the paper's heating, $1 + ε$. Faults that leave successive batches uncorrelated and have the shape of the noise lie on the dotted line. Reused samples do not change the variance of a batch at all, and yet heat the most.`,
    description:
      "Two panels, stiff and flat. Many dots lie on the diagonal line one plus epsilon. Dots for reused samples stand high at epsilon zero, those for a lasting shared part lie on steep lines, and in the flat panel those for a shared stiff part lie on a horizontal line.",
    shape: 0.9,
    x: {
      label: "$ε$, extra variance of one batch",
      column: "epsilon",
      domain: [-0.04, 1.04],
      ticks: [0, 0.25, 0.5, 0.75, 1]
    },
    y: {
      label: "stationary variance, over clean",
      short: "variance, over clean",
      column: "variance",
      domain: [0.85, 4.05],
      ticks: [1, 2, 3, 4]
    },
    panels: directions.map((name, i) => {
      const own = marks.filter(({coordinate}) => coordinate === i + 1);
      const again = own.filter(({kind}) => kind === "reused");
      const stiffOnly: Series = {
        is: "exact",
        name: "shared in the stiff direction only",
        label: "stiff direction only",
        marks: curve(() => 1, [0, 1], {points: 2}),
        near: 0.8
      };
      return {
        name: `${name}, $h$ = ${run.curvatures[i]}`,
        series: [
          {
            is: "surrogate",
            name: "$1 + ε$",
            marks: curve(inflation => 1 + inflation, [0, 1], {points: 2}),
            near: 0.9
          },
          {
            is: "exact",
            name: "shared part lasts",
            marks: curve(lasting(run.curvatures[i]), [0, 0.28], {points: 8}),
            near: 1
          },
          ...(i === 1 ? [stiffOnly] : []),
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: dots(own.filter(mark => !again.includes(mark)))
          },
          ...[...new Set(again.map(({uses}) => uses))].map(
            (uses): Series => ({
              is: "measured",
              name: `used ${often(uses)}`,
              label: often(uses),
              second: true,
              marks: dots(again.filter(mark => mark.uses === uses))
            })
          )
        ]
      };
    })
  };
}

const kinds: Readonly<Record<string, string>> = {
  shared: "shared part",
  contaminated: "contaminated",
  stiff: "shared, stiff only",
  lasting: "shared, lasting"
};

const faultName = ({kind, x, uses}: FaultMark) =>
  kind === "reused" ? `used ${often(uses)}` : x === 0 ? "none" : kinds[kind];

/** Shared parts in between are left to the figure. */
export const isListed = ({kind, x}: FaultMark): boolean =>
  kind !== "shared" || [0, 0.5, 1].includes(x);

export const faultColumns: readonly TableColumn<FaultMark>[] = [
  {header: "fault", value: faultName, text: true},
  {header: "direction", value: ({direction}) => direction, text: true},
  {header: "$1 + ε$", value: ({x}) => fixed(1 + x, 3)},
  {header: "$b$ Var $g$ ± s.e.", value: ({noise, noiseError}) => withError(noise, noiseError, 3)},
  {header: "exact", value: ({expected}) => fixed(expected, 3)},
  {header: "measured ± s.e.", value: ({y, standardError}) => withError(y, standardError, 3)},
  {header: "$z$, exact", value: mark => signed(score(mark))},
  {header: "$z$, $1 + ε$", value: mark => signed(score(heated(mark)))}
];

/** The controls of batches that share a part. */
export const sharedControls = {
  rho: {
    label: "Shared part, $ρ$",
    min: 0,
    max: 0.05,
    step: 0.001,
    value: 0.01,
    format: (x: number) => fixed(x, 3)
  },
  keep: {
    label: "Chance to keep it, $q$",
    min: 0,
    max: 0.95,
    step: 0.05,
    value: 0,
    format: (x: number) => fixed(x, 2)
  },
  flat: {
    label: "Step $ηh$",
    min: 0.01,
    max: 0.5,
    step: 0.01,
    value: 0.05,
    format: (x: number) => fixed(x, 2)
  }
};

type Asked = Readonly<Record<keyof typeof sharedControls, number>>;

/** The batch at which the paper's excess is fitted. */
export const fitted = 64;

/** The paper's excess at that batch. */
export const fittedExcess = ({rho}: Asked): number => (fitted - 1) * rho;

/** The variance at a batch size, over that of one independent sample. */
function shared({rho, keep, flat}: Asked) {
  const at = (size: number, part: number) =>
    correlatedNoiseVariance({
      curvature: flat,
      learningRate: 1,
      noise: {fresh: (1 - part) / size, lasting: part, correlations: keptWithProbability(keep)}
    });
  const one = at(1, 0);
  return (size: number) => at(size, rho) / one;
}

/** How many times the variance of independent samples there is at a batch size. */
export const timesIndependent = (asked: Asked, size: number): number => size * shared(asked)(size);

/** Stationary variance against batch size where samples share a part. */
export function againstBatch(asked: Asked): Chart {
  const ends: [number, number] = [1, 4096];
  const log = {points: 49, log: true};
  return {
    title: "Stationary variance against batch size",
    caption: `In units of the variance at $b$ = 1 with independent samples. Solid: exact at the chosen correlation; thin: independent samples, $1/b$; dotted: the paper's heating with its $ε$ fitted at $b$ = ${fitted}. Far beyond $b = 1/ρ$ a larger batch gains nothing.`,
    description:
      "On logarithmic axes two parallel falling lines and a solid curve that leaves the lower one and levels off.",
    x: {label: "batch size $b$", column: "b", scale: "log", domain: ends},
    y: {label: "stationary variance", column: "variance", scale: "log", domain: [2e-4, 4]},
    panels: [
      {
        series: [
          {is: "reference", name: "fitted here", marks: [{x: fitted}], near: 0.1},
          {
            is: "exact",
            name: "independent",
            second: true,
            marks: curve(size => 1 / size, ends, log),
            near: 0.8
          },
          {
            is: "surrogate",
            name: "heated",
            label: "heating",
            marks: curve(size => (1 + fittedExcess(asked)) / size, ends, log),
            near: 0.3
          },
          {is: "exact", name: "correlated", marks: curve(shared(asked), ends, log), near: 0.9}
        ]
      }
    ]
  };
}
