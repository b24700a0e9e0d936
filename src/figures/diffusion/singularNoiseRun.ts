import type {Chart, Mark} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import {rotatedCovariance, rotatedFactor} from "../../lib/linalg/rotatedCovariance.js";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";

/** The last place of the slider of noise across, which stands for none. */
const none = -4;

/** The controls of the run. */
export const runControls = {
  angle: {
    label: "Noise direction $φ$",
    min: 0,
    max: 90,
    step: 5,
    value: 45,
    format: (a: number) => `${a}°`
  },
  flat: {
    label: "Flat over stiff",
    min: 0.1,
    max: 1,
    step: 0.05,
    value: 0.15,
    format: (x: number) => fixed(x, 2)
  },
  across: {
    label: "Noise across it",
    min: none,
    max: 0,
    step: 0.5,
    value: none,
    format: (e: number) => (e === none ? "none" : fixed(10 ** e, 3))
  }
};

type Asked = Readonly<Record<keyof typeof runControls, number>>;

const learningRate = 0.1;
const scaleUp = 1 / Math.sqrt(learningRate);
/** Updates that are left out, made, and between two dots. */
const [skipped, updates, every] = [500, 6000, 4];

const variances = ({across}: Asked): [number, number] => [1, across === none ? 0 : 10 ** across];

const lawOf = (asked: Asked) =>
  sgdCovariance({
    hessian: diagonal([1, asked.flat]),
    noise: rotatedCovariance(variances(asked), asked.angle),
    learningRate
  });

/** The root of the determinant of the exact covariance, over the rate. */
export function spread(asked: Asked): number {
  const law = lawOf(asked);
  const determinant = law.get(0, 0) * law.get(1, 1) - law.get(0, 1) ** 2;
  return Math.sqrt(Math.max(0, determinant)) / learningRate;
}

/** Iterates of one run, in units of the root of the rate. */
function iterates(asked: Asked): Mark[] {
  const [[a, b], [c, d]] = rotatedFactor(variances(asked), asked.angle);
  const draw = gaussianStream(
    streamState({seed: 1, experiment: "singular noise: live", cell: "cloud", replicate: 0})
  );
  const seen: Mark[] = [];
  let [x, y] = [0, 0];
  for (let k = -skipped; k < updates; k++) {
    const [u, v] = [draw(), draw()];
    x -= learningRate * (x + a * u + b * v);
    y -= learningRate * (asked.flat * y + c * u + d * v);
    if (k >= 0 && k % every === 0) seen.push({x: scaleUp * x, y: scaleUp * y});
  }
  return seen;
}

/** A run whose noise has one direction, or nearly one. */
export function run(asked: Asked): Chart {
  const law = lawOf(asked);
  const angle = (asked.angle * Math.PI) / 180;
  const [across, upright] = [8.5, 5.5];
  return {
    title: "A run whose noise has one direction",
    caption:
      "Dots: every fourth iterate of one run of SGD, drawn here; solid: the ellipse that holds 95 % of the exact law; dotted: the line of the kicks. Turn the noise onto an axis, or make the curvatures equal, and the ellipse collapses to a line.",
    description: "A tilted cloud within an ellipse, around a dotted line with a different tilt.",
    square: true,
    x: {
      label: "stiff direction, in $η^{½}$",
      column: "stiff",
      domain: [-across, across],
      ticks: 7
    },
    y: {
      label: "flat direction, in $η^{½}$",
      column: "flat",
      domain: [-upright, upright],
      ticks: 5
    },
    panels: [
      {
        series: [
          {is: "measured", name: "iterates", as: "cloud", label: false, marks: iterates(asked)},
          {
            is: "surrogate",
            name: "the kicks",
            marks: [-1, 1].map(side => ({
              x: side * 2 * across * Math.cos(angle),
              y: side * 2 * across * Math.sin(angle)
            })),
            near: 0.75
          },
          {
            is: "exact",
            name: "exact law",
            as: "loop",
            marks: ring(law.clone().mul(scaleUp ** 2)),
            near: 0.3
          }
        ]
      }
    ]
  };
}
