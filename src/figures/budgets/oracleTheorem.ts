import {type Chart, curve} from "../../components/chart/declaration.js";
import {signed} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {dualGradient} from "../../lib/budgets/dualGradient.js";
import {stationarityBound} from "../../lib/budgets/stationarityBound.js";
import {worstTransient} from "../../lib/budgets/worstTransient.js";

/** Equal directions, in which the terms of the theorem are compared with what they bound. */
export const equalDirections = 100;

const filled = (x: number) => new Array<number>(equalDirections).fill(x);

/** Rare bursts of noise: the largest slope, the steps and the directions of the counterexample. */
export const burst = {slope: 31, steps: 3200, directions: 1e10} as const;

/** The least squared norm there over the corrected bound with the printed tails. */
export function burstRatio({slope, steps, directions}: typeof burst = burst): number {
  const {total} = stationarityBound(
    {
      gap: slope ** 2 * (Math.SQRT2 - 1),
      smoothness: 1,
      smallest: 1 / directions,
      trace: 2 - 1 / directions
    },
    {learningRate: 0.25, batchSize: 1, steps, delta: 0.5 / directions}
  );
  return slope ** 2 / 2 / (total / directions);
}

/** One problem whose loss is multiplied by s: where it settles, and both noise terms. */
function scaledProblem(s: number) {
  const [M, f] = [s, s * s];
  const learningRate = 0.25 / M;
  const initial = filled((0.38 * s) / M);
  const bound = stationarityBound(
    {
      gap: (M * equalDirections * initial[0] ** 2) / 2,
      smoothness: M,
      smallest: f,
      trace: equalDirections * f
    },
    {learningRate, batchSize: 1, steps: 10_000, delta: 0.1}
  );
  const settled = dualGradient(
    {curvatures: filled(M), metric: filled(f), initial},
    {learningRate, steps: 1e6}
  );
  return {settled: settled.total, corrected: bound.noise, printed: bound.noise / M};
}

/** The noise term of Theorem 7.3, as printed and corrected, when the loss is multiplied by s. */
export function noiseTerm(): Chart {
  const ends = [1e-3, 1e3] as const;
  const of = (line: keyof ReturnType<typeof scaledProblem>, points: number) =>
    curve(s => scaledProblem(s)[line], ends, {points, log: true});
  return {
    title: "The noise term when the loss is multiplied by $s$",
    caption: `${equalDirections} equal directions at $ηM = ¼$. Solid: where the squared gradient norm settles, exact, and, thin, the corrected noise term above it; diamonds: the printed noise term. One problem in different units, so what depends on $s$ cannot be a bound with a universal constant.`,
    description: "Two level lines, and a printed one that falls like one over s and crosses both.",
    shape: 0.42,
    x: {label: "loss multiplied by $s$", column: "s", scale: "log", domain: ends},
    y: {
      label: "squared dual gradient norm",
      column: "squaredNorm",
      scale: "log",
      domain: [0.02, 3e4]
    },
    panels: [
      {
        series: [
          {
            is: "exact",
            name: "$(ηM/b) κ_F d_{eff}$",
            second: true,
            marks: of("corrected", 13),
            near: 0.1
          },
          {is: "exact", name: "in the long run", marks: of("settled", 13), near: 0.1},
          {is: "printed", name: "$(η/b) κ_F d_{eff}$", marks: of("printed", 13), near: 0.8}
        ]
      }
    ]
  };
}

interface Setting extends Readonly<Record<"gap" | "M" | "f" | "eta" | "b" | "T", number>> {}

const base: Setting = {gap: 1, M: 2, f: 0.5, eta: 1e-6, b: 4, T: 1_000_000};

/** The terms of the bound, and what they bound: the worst transient of all quadratics, and the floor. */
function terms({gap, M, f, eta, b, T}: Setting) {
  const bound = stationarityBound(
    {gap, smoothness: M, smallest: f, trace: equalDirections * f},
    {learningRate: eta, batchSize: b, steps: T, delta: 0.1}
  );
  return {
    transient: bound.transient,
    worst: worstTransient({gap, metric: f, learningRate: eta, steps: T}),
    printed: bound.noise / M,
    corrected: bound.noise,
    floor: dualGradient(
      {curvatures: filled(M), metric: filled(f), initial: filled(0)},
      {learningRate: eta, batchSize: b, steps: 1e12}
    ).total
  };
}

type Term = keyof ReturnType<typeof terms>;

/** With which power each term changes when one quantity is doubled. */
export interface Doubling {
  readonly name: string;
  readonly powers: Readonly<Record<Term, number>>;
}

export function doublings(): Doubling[] {
  const changes: readonly (readonly [string, (x: Setting) => Setting])[] = [
    ["$T$", x => ({...x, T: 2 * x.T})],
    ["$η$", x => ({...x, eta: 2 * x.eta})],
    ["$b$", x => ({...x, b: 2 * x.b})],
    ["$M$", x => ({...x, M: 2 * x.M})],
    ["$ΔL$", x => ({...x, gap: 2 * x.gap})],
    ["$F$", x => ({...x, f: 2 * x.f})],
    ["the loss", x => ({...x, gap: 2 * x.gap, M: 2 * x.M, f: 4 * x.f, eta: x.eta / 2})],
    ["$θ$", x => ({...x, M: x.M / 4, f: x.f / 4, eta: 4 * x.eta})]
  ];
  const before = terms(base);
  return changes.map(([name, change]) => {
    const after = terms(change(base));
    const power = (term: Term) => Math.log2(after[term] / before[term]);
    return {
      name,
      powers: {
        transient: power("transient"),
        worst: power("worst"),
        printed: power("printed"),
        corrected: power("corrected"),
        floor: power("floor")
      }
    };
  });
}

const column = (header: string, term: Term): TableColumn<Doubling> => ({
  header,
  value: ({powers}) => signed(powers[term], 2).replace(/^[+−]0\.00$/, "0.00")
});

export const doublingColumns: readonly TableColumn<Doubling>[] = [
  {header: "doubled", value: ({name}) => name, text: true},
  column("transient term", "transient"),
  column("worst transient", "worst"),
  column("noise, printed", "printed"),
  column("noise with $M$", "corrected"),
  column("floor", "floor")
];
