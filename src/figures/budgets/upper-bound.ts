import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, whole} from "../../components/format.js";
import {driftConstant} from "../../lib/budgets/driftConstant.js";
import {driftRecursion} from "../../lib/budgets/driftRecursion.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {planePair} from "../../lib/budgets/planePair.js";
import {robbinsMonroProduct} from "../../lib/budgets/robbinsMonroProduct.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";

/** The curvatures of the plane, and their ratio. */
const curvatures = [1, 4];
const curvatureRatio = Math.max(...curvatures) / Math.min(...curvatures);

/** The controls of schedule and metric. */
export const scheduleControls = {
  eta0: {
    label: "$η_0$ of the steps $η_0/t$",
    min: 0.1,
    max: 2,
    step: 0.05,
    value: 0.75,
    format: (x: number) => fixed(x, 2)
  },
  angle: {
    label: "$F$ turned by $φ$",
    min: 0,
    max: 90,
    step: 1,
    value: 12,
    format: (a: number) => `${a}°`
  },
  metric: {label: "$κ$ of $F$", min: 1, max: 100, step: 1, value: 20},
  start: {label: "Start, $‖θ_1 − θ⋆‖$", min: 0, max: 20, step: 1, value: 0}
};

/** What the controls say. */
export type Asked = Readonly<Record<keyof typeof scheduleControls, number>>;

const {min: lowest, max: highest, step} = scheduleControls.eta0;
const rates = Array.from(
  {length: Math.round((highest - lowest) / step) + 1},
  (_, k) => lowest + step * k
);
/** Iterates at which the risk is shown, two to an octave; the last two octaves give the exponent. */
const horizons = Array.from({length: 23}, (_, k) => Math.round(10 * 2 ** (k / 2)));
const last = horizons.length - 1;
const from = last - 4;

type Gains = ReturnType<typeof gainsAt>;

/** Gains of noise and start under steps η₀/t: they do not depend on F, which only weighs them. */
const gainsAt = (eta0: number) => ({
  covariances: iterateCovariance({
    curvatures,
    noise: [
      [1, 1],
      [1, 1]
    ],
    learningRate: t => eta0 / (t + 1),
    steps: horizons.map(T => T - 1)
  }),
  means: curvatures.map(h => robbinsMonroProduct({a: eta0 * h, c0: 0, to: horizons}))
});

let known: readonly Gains[] | undefined;
const allGains = (): readonly Gains[] => (known ??= rates.map(gainsAt));
const placeOf = (eta0: number) => Math.round((eta0 - lowest) / step);

/** The pair of matrices that the controls ask for, with what the theorem knows of it. */
export function pairOf({angle, metric: metricRatio}: Pick<Asked, "angle" | "metric">) {
  const {hessian, metric} = planePair({curvatureRatio, metricRatio, degrees: angle});
  const mu = fisherStrongConvexity(hessian, metric);
  const F = metric.to2DArray();
  return {
    F,
    mu,
    c0: driftConstant(hessian, metric),
    traceSquare: F.flat().reduce((sum, x) => sum + x * x, 0),
    /** The least η₀ of the theorem, 1/(2µF). */
    threshold: mu > 0 ? 1 / (2 * mu) : Number.POSITIVE_INFINITY
  };
}

type Pair = ReturnType<typeof pairOf>;

/** Both coordinates of the start. */
const startAt = ({start}: Asked) => start / Math.SQRT2;

/** The risk over Tr F² at a horizon, with batches of one. */
function riskAt({covariances, means}: Gains, {F, traceSquare}: Pair, start: number, k: number) {
  const risk = F.flatMap((row, i) =>
    row.map((f, j) => f * (f * covariances[k].get(i, j) + means[i][k] * means[j][k] * start ** 2))
  );
  return risk.reduce((sum, x) => sum + x, 0) / traceSquare;
}

/** The exponent of the risk against η₀, between the last horizons. */
export function exponentAgainstRate(asked: Asked): Chart {
  const pair = pairOf(asked);
  const {mu, threshold} = pair;
  const exponents = allGains().map((gains, k): Mark => {
    const [a, b] = [from, last].map(at => riskAt(gains, pair, startAt(asked), at));
    return {x: rates[k], y: Math.log(b / a) / Math.log(horizons[last] / horizons[from])};
  });
  const shown = threshold <= highest;
  const where = shown
    ? "Diamond: the paper's threshold $1/(2µ_F)$; in the grey to its left the theorem says nothing."
    : mu > 0
      ? "The paper's threshold $1/(2µ_F)$ is off to the right: the theorem says nothing here."
      : "$µ_F$ is not positive: the theorem has no threshold, and says nothing here.";
  const limit = (eta0: number) => -Math.min(1, 2 * Math.min(...curvatures) * eta0);
  const printed: Series = {
    is: "printed",
    name: "printed threshold",
    marks: [{x: threshold, y: limit(1)}],
    near: 0.5
  };
  const bottom = -1.35;
  return {
    title: "The exponent of the risk against $η_0$",
    caption: `Solid: slope of log risk against log $T$, exact, between $T = ${whole(horizons[from])}$ and ${whole(horizons[last])}; thin: its limit, the larger of $−1$ and $−2η_0λ_{min}(H)$; dot: your $η_0$. ${where} The change is at $1/(2λ_{min}(H)) = ½$, wherever the threshold is.`,
    description:
      "A line that falls to minus one at ½ and stays there; a diamond marks the printed threshold further right.",
    shape: 0.38,
    x: {
      label: "$η_0$ of the steps $η_0/t$",
      column: "eta0",
      domain: [lowest, highest],
      ticks: [0.5, 1, 1.5, 2]
    },
    y: {label: "exponent of $T$", column: "exponent", domain: [bottom, 0], ticks: [-1, -0.5, 0]},
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "the theorem says nothing",
            as: "band",
            label: false,
            marks: [lowest, Math.min(highest, threshold)].map(x => ({x, low: bottom, high: 0}))
          },
          {
            is: "exact",
            name: "limit",
            second: true,
            marks: [lowest, 1 / (2 * Math.min(...curvatures)), highest].map(x => ({
              x,
              y: limit(x)
            })),
            near: 0.05
          },
          {is: "exact", name: "exact", marks: exponents, near: 0.25},
          {
            is: "exact",
            name: "your choice",
            as: "points",
            label: false,
            marks: [exponents[placeOf(asked.eta0)]]
          },
          ...(shown ? [printed] : [])
        ]
      }
    ]
  };
}

/** The risk itself, and the largest that the one-step inequality of Lemma 6.4 allows. */
export function riskItself(asked: Asked): Chart {
  const pair = pairOf(asked);
  const start = startAt(asked);
  const place = placeOf(asked.eta0);
  const exact = horizons.map((T, k) => ({x: T, y: riskAt(allGains()[place], pair, start, k)}));
  const allowed = driftRecursion({
    convexity: pair.mu,
    driftConstant: pair.c0,
    noise: pair.traceSquare,
    eta0: rates[place],
    start: pair.F.flat().reduce((sum, f) => sum + f, 0) * start ** 2,
    horizons
  }).map((value, k) => ({x: horizons[k], y: value / pair.traceSquare}));
  const end = exact[last];
  const first = Number.isFinite(allowed[0].y) ? Math.min(1e6, Math.max(allowed[0].y, 1)) : 1e6;
  const top = 3 * Math.max(1, ...exact.map(({y}) => y), first);
  const bound: Series = {
    is: "exact",
    name: "what the drift allows",
    second: true,
    marks: allowed.filter(({y}) => Number.isFinite(y) && y < 100 * top),
    near: 0.5
  };
  return {
    title: "The risk itself, over Tr $F^2$",
    caption:
      "Solid: exact, batches of one; dotted: a line of slope −1 through its end; thin: the largest risk that the one-step inequality allows, from the same start and with the same noise.",
    description:
      "On logarithmic axes the exact risk falls; the bound by the one-step inequality lies above it, by little if F is aligned with H and by orders of magnitude if not.",
    shape: 0.42,
    x: {
      label: "iterates $T$",
      column: "T",
      scale: "log",
      domain: [horizons[0], horizons[last]]
    },
    y: {
      label: "risk over Tr $F^2$",
      column: "risk",
      scale: "log",
      domain: [end.y / 3, top]
    },
    panels: [
      {
        series: [
          {
            is: "surrogate",
            name: "slope −1",
            marks: exact.map(({x}) => ({x, y: (end.y * end.x) / x})).filter(({y}) => y < top),
            near: 0.3
          },
          ...(bound.marks.some(({y = top}) => y < top) ? [bound] : []),
          {is: "exact", name: "exact", marks: exact, near: 0.6}
        ]
      }
    ]
  };
}
