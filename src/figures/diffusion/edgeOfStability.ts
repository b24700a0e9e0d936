import {type Chart, curve} from "../../components/chart/declaration.js";
import {edgeDescent} from "../../lib/diffusion/edgeDescent.js";
import {edgeFlow} from "../../lib/diffusion/edgeFlow.js";

const [slope, end] = [0.004, 2];

/** Gradient descent along a valley that gets steeper, in time ε times that of the flow. */
const run = edgeDescent({learningRate: 0.5, slope, time: end, start: 0.02});

/** Where it ends, and where the central flow does. */
export const ends = {descent: run.y[run.y.length - 1], flow: edgeFlow(end)};

/** Gradient descent at the edge of stability: position beside the valley, and sharpness. */
export function edge(): Chart {
  const x = {label: "time, $εηk$", column: "time", domain: [0, end] as const, ticks: 5};
  const shown = Array.from(run.time.keys()).filter(k => k % 10 === 0);
  return {
    title: "Gradient descent at the edge of stability",
    caption: `Dots: some of the updates on $L = (2/η + x + ½y^2)u(v) − εx$ with $u = ½v^2/(1 + v^2)$, $η = ½$, $ε = ${slope}$; solid: the central flow; dashed: the gradient flow, which leaves $y$ where it is and lets the sharpness grow. Second panel: the sharpness over $2/η$. If a finite rate only made the path less accurate, the dots would lie near the dashed line.`,
    description:
      "First, dots that fall along a solid curve while a dashed line stays at one; then dots that ring about one while a dashed line rises.",
    shape: 0.75,
    x,
    y: {label: "position beside the valley, $y$", column: "y", domain: [0, 1.15], ticks: 5},
    panels: [
      {
        name: "position",
        series: [
          {
            is: "measured",
            name: "gradient descent",
            as: "cloud",
            marks: shown.map(k => ({x: run.time[k], y: run.y[k]})),
            near: 0.2
          },
          {is: "continuous", name: "gradient flow", marks: curve(() => 1, x.domain), near: 0.7},
          {is: "exact", name: "central flow", marks: curve(edgeFlow, x.domain), near: 0.7}
        ]
      },
      {
        name: "sharpness",
        y: {label: "sharpness over $2/η$", column: "sharpness", domain: [0.9, 1.5], ticks: 4},
        series: [
          {
            is: "measured",
            name: "gradient descent",
            as: "cloud",
            label: false,
            marks: shown.map(k => ({x: run.time[k], y: run.sharpness[k] / 2}))
          },
          {
            is: "continuous",
            name: "gradient flow",
            label: false,
            marks: curve(t => 1 + t / 4, x.domain)
          },
          {is: "exact", name: "central flow", label: false, marks: curve(() => 1, x.domain)}
        ]
      }
    ]
  };
}
