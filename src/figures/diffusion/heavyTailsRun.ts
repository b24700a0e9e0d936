import type {Chart} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import {symmetricStable} from "../../lib/random/symmetricStable.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {stableScale} from "../../lib/stationary/stableScale.js";
import {shareBeyond} from "./heavy-tails.js";

const hundredths = (x: number) => fixed(x, 2);

/** The controls of the run under stable noise. */
export const runControls = {
  alpha: {
    label: "Tail exponent $α$",
    min: 1.2,
    max: 2,
    step: 0.05,
    value: 1.5,
    format: hundredths
  },
  rate: {label: "Step, $ηh$", min: 0.02, max: 1.5, step: 0.02, value: 0.1, format: hundredths}
};

type Asked = Readonly<Record<keyof typeof runControls, number>>;

const updates = 600;
const deviations = 4;

/** The share of the stationary law beyond four standard deviations of the Gaussian one of the same scale. */
export function beyond({alpha, rate}: Asked): number {
  const [scale, normal] = [alpha, 2].map(a =>
    stableScale({curvature: 1, learningRate: rate, alpha: a})
  );
  return shareBeyond(alpha, (deviations * Math.SQRT2 * normal) / scale);
}

/** One run under stable noise, in standard deviations of the law that Gaussian noise of the same scale would give. */
export function run({alpha, rate}: Asked): Chart {
  const source = uniforms({seed: 1, experiment: "heavy tails: live", cell: "path", replicate: 0});
  const deviation = Math.SQRT2 * stableScale({curvature: 1, learningRate: rate, alpha: 2});
  const path: {x: number; y: number}[] = [];
  let theta = 0;
  for (let k = -100; k < updates; k++) {
    theta += rate * (symmetricStable(source, alpha) - theta);
    if (k >= 0) path.push({x: k, y: theta / deviation});
  }
  return {
    title: "One run under stable noise",
    caption: `Dots: the iterate after each of ${updates} updates, drawn here; the axis is linear between the two rules and compressed beyond. Rules: four standard deviations of the law that Gaussian noise of the same scale would give. At $α = 2$ the run stays between them; below 2, single batches throw the iterate out, and it returns at the rate $ηh$ per update.`,
    description:
      "A run that mostly stays near zero, with sudden jumps far beyond the two rules and slow returns.",
    x: {label: "updates", column: "update", domain: [0, updates]},
    y: {
      label: "$θ$, in Gaussian standard deviations",
      column: "theta",
      scale: "symlog",
      linearTo: deviations,
      domain: [-150, 150],
      ticks: [-100, -30, -10, -deviations, 0, deviations, 10, 30, 100]
    },
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "four standard deviations",
            label: false,
            marks: [{y: deviations}, {y: -deviations}]
          },
          {is: "measured", name: "path", as: "line", second: true, label: false, marks: path},
          {is: "measured", name: "iterates", as: "cloud", label: false, marks: path}
        ]
      }
    ]
  };
}
