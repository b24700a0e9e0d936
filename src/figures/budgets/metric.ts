import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {alignmentAngle} from "../../lib/budgets/alignmentAngle.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {leastStrongConvexity} from "../../lib/budgets/leastStrongConvexity.js";
import {gradientFlow, planePair, worstDirection} from "../../lib/budgets/planePair.js";

/** The controls of the two matrices. */
export const metricControls = {
  angle: {
    label: "$F$ turned by $φ$",
    min: 0,
    max: 90,
    step: 2,
    value: 60,
    format: (a: number) => `${a}°`
  },
  curvature: {label: "$κ$ of $H$", min: 1, max: 50, step: 1, value: 20},
  metric: {label: "$κ$ of $F$", min: 1, max: 100, step: 1, value: 50}
};

/** What the controls say. */
export type Asked = Readonly<Record<keyof typeof metricControls, number>>;

/** Curvature and metric in the plane, at an angle. */
const pairAt = ({curvature, metric}: Asked, degrees: number) =>
  planePair({curvatureRatio: curvature, metricRatio: metric, degrees});

/** The present pair, its µF, and what any alignment of these condition numbers gives. */
export function pairOf(asked: Asked) {
  const pair = pairAt(asked, asked.angle);
  return {
    ...pair,
    mu: fisherStrongConvexity(pair.hessian, pair.metric),
    leastMu: leastStrongConvexity({
      largest: asked.curvature,
      smallest: 1,
      metricRatio: asked.metric
    }),
    mostTurned: alignmentAngle({curvatureRatio: asked.curvature, metricRatio: asked.metric})
  };
}

/** µF against the angle between F and H. */
export function againstAngle(asked: Asked): Chart {
  const mu = (degrees: number) => {
    const {hessian, metric} = pairAt(asked, degrees);
    return fisherStrongConvexity(hessian, metric);
  };
  const swept = curve(mu, [0, 90], {points: 91});
  const lowest = Math.min(...swept.map(({y = 0}) => y), 0);
  return {
    title: "$µ_F$ against the angle between $F$ and $H$",
    caption:
      "Solid: $µ_F$; dotted: $λ_{min}(H) = 1$, its value wherever the two commute, at 0° and 90°. The dot is the present pair. Below the zero line $‖θ‖_F$ is not a Lyapunov function of gradient descent at any step size.",
    description: "A curve that starts and ends at one and dips below zero in between.",
    shape: 0.36,
    x: {
      label: "angle $φ$, degrees",
      column: "angle",
      domain: [0, 90],
      ticks: [0, 15, 30, 45, 60, 75, 90]
    },
    y: {label: "$µ_F$", column: "mu", domain: [lowest * 1.1 - 0.2, 1.6], ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "zero", label: false, marks: [{y: 0}]},
          {
            is: "surrogate",
            name: "$λ_{min}(H)$",
            marks: curve(() => 1, [0, 90], {points: 2}),
            near: 0.95
          },
          {is: "exact", name: "$µ_F$", marks: swept, near: 0.2},
          {
            is: "exact",
            name: "the present pair",
            as: "points",
            label: false,
            marks: [{x: asked.angle, y: mu(asked.angle)}]
          }
        ]
      }
    ]
  };
}

/** Squared Fisher and Euclidean errors along gradient flow, from the worst start. */
export function twoErrors(asked: Asked): Chart {
  const {hessian, metric, mu} = pairOf(asked);
  const {direction: start} = worstDirection(hessian, metric);
  const horizon = 3 / asked.curvature;
  const path = gradientFlow(hessian, metric, {
    start,
    times: Array.from({length: 121}, (_, k) => (k * horizon) / 120)
  });
  const square = ([x, y]: readonly number[]) => x ** 2 + y ** 2;
  const fisher: Mark[] = path.map(({time, squaredNorm}) => ({x: time, y: squaredNorm}));
  const highest = Math.max(1.2, ...path.map(({squaredNorm}) => squaredNorm));
  return {
    title: "Two errors along gradient flow",
    caption:
      "From the worst start, both divided by their first values. Solid: squared Fisher error; thin: exp$(−2µ_Ft)$, which bounds it from above and touches it at the start; dotted: squared Euclidean error, which always falls.",
    description:
      "The Fisher error rises above one before it falls where µF is negative, under an exponential bound; the Euclidean error falls throughout.",
    shape: 0.4,
    x: {label: "time", column: "time", domain: [0, horizon], ticks: 5},
    y: {
      label: "squared error over its start",
      column: "squaredError",
      domain: [0, 1.15 * highest],
      ticks: 5
    },
    panels: [
      {
        series: [
          {is: "reference", name: "start", label: false, marks: [{y: 1}]},
          {
            is: "exact",
            name: "bound",
            second: true,
            // It leaves the frame where µF is negative: as far as can be seen.
            marks: path
              .map(({time}) => ({x: time, y: Math.exp(-2 * mu * time)}))
              .filter(({y}) => y < 2 * highest),
            near: 0.4
          },
          {
            is: "surrogate",
            name: "Euclidean",
            marks: path.map(({time, point}) => ({x: time, y: square(point) / square(start)})),
            near: 0.9
          },
          {is: "exact", name: "Fisher", marks: fisher, near: 0.8}
        ]
      }
    ]
  };
}
