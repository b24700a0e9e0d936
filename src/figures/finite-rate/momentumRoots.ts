import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";

/** The controls of the page: a step over 1/h, and the momentum. */
export const momentumControls = {
  x: {
    label: "Step, $ηh$",
    min: 0.05,
    max: 4,
    step: 0.05,
    value: 2.75,
    format: (v: number) => fixed(v, 2)
  },
  mu: {
    label: "Momentum $µ$",
    min: 0,
    max: 0.98,
    step: 0.01,
    value: 0.6,
    format: (v: number) => fixed(v, 2)
  }
};

export type Asked = Readonly<Record<keyof typeof momentumControls, number>>;

/** The longest stable step. */
export const longestStep = ({mu}: Pick<Asked, "mu">): number => 2 * (1 + mu);

export const isStable = (asked: Asked): boolean => asked.x < longestStep(asked);

/** The roots of z² − (1 + µ − ηh)z + µ, x the real part and y the imaginary one. */
export function rootsOf({x, mu}: Asked): {readonly x: number; readonly y: number}[] {
  const turn = 1 + mu - x;
  const discriminant = turn ** 2 - 4 * mu;
  const half = Math.sqrt(Math.abs(discriminant)) / 2;
  return [1, -1].map(sign =>
    discriminant < 0 ? {x: turn / 2, y: sign * half} : {x: turn / 2 + sign * half, y: 0}
  );
}

const [updates, reach] = [30, 3];

/** Heavy ball from θ = 1 without noise, as long as it stays near the frame. */
function noiseless({x, mu}: Asked): Mark[] {
  const path: Mark[] = [];
  let [theta, buffer] = [1, 0];
  for (let t = 0; t <= updates && Math.abs(theta) < 4 * reach; t++) {
    path.push({x: t, y: theta});
    buffer = mu * buffer + x * theta;
    theta -= buffer;
  }
  return path;
}

/** The two roots in the plane, and the iterate that they generate. */
export function roots(asked: Asked): Chart {
  const path = noiseless(asked);
  const turned = 2 * Math.PI;
  const circle = Array.from({length: 120}, (_, k) => ({
    x: Math.cos((turned * k) / 120),
    y: Math.sin((turned * k) / 120)
  }));
  return {
    title: "The two roots, and the path of the iterate that they produce",
    caption:
      "First panel: the roots of $z^2 − (1 + µ − ηh)z + µ$, with the unit circle; crosses where one lies outside. Second: solid, the iterate from $θ = 1$ without noise; dashed, the flow of continuous time. A root leaves the circle through −1, at $ηh = 2(1 + µ)$, and nowhere else.",
    description:
      "Two roots in the complex plane beside the oscillating, decaying series that they generate.",
    shape: 0.8,
    x: {label: "steps", column: "steps", domain: [0, updates], ticks: 5},
    y: {label: "parameter $θ$", column: "theta", domain: [-reach, reach], ticks: 5},
    panels: [
      {
        name: "roots",
        x: {label: "real part", column: "real", domain: [-1.25, 1.25], ticks: 5},
        y: {label: "imaginary part", column: "imaginary", domain: [-1.2, 1.2], ticks: 5},
        series: [
          {is: "reference", name: "unit circle", as: "loop", label: false, marks: circle},
          {
            is: "exact",
            name: "roots",
            as: isStable(asked) ? "points" : "crosses",
            label: false,
            marks: rootsOf(asked)
          }
        ]
      },
      {
        name: "iterates",
        series: [
          {is: "reference", name: "minimum", label: false, marks: [{y: 0}]},
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(t => Math.exp((-asked.x * t) / (1 - asked.mu)), [0, updates]),
            near: 0.9
          },
          {is: "exact", name: "heavy ball", marks: path, near: 0.2},
          {is: "exact", name: "iterates", as: "points", label: false, marks: path}
        ]
      }
    ]
  };
}
