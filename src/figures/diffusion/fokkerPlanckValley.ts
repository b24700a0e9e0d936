import {contours} from "d3";
import type {Chart, Mark} from "../../components/chart/declaration.js";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";
import {type Valley, valleyAxis, valleyNoise} from "../../lib/diffusion/valley.js";
import type {ValleyFlow} from "../../lib/diffusion/valleyFlow.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";

/** The last place of the slider of time, which stands for a law at rest. */
const rest = 8;

/** The controls of a valley; `time` is where the slider of time begins. */
export const valleyControls = {
  angle: {
    label: "Noise turned by $φ$",
    min: 0,
    max: 90,
    step: 5,
    value: 45,
    format: (a: number) => `${a}°`
  },
  ratio: {label: "Noise, along over across", min: 1, max: 5.5, step: 0.5, value: 4},
  flat: {
    label: "Flat over stiff curvature",
    min: 0.25,
    max: 1,
    step: 0.05,
    value: 0.3,
    format: (x: number) => x.toFixed(2)
  },
  time: {
    label: "Time since the start",
    min: 0.25,
    max: rest,
    step: 0.25,
    value: rest,
    format: (t: number) => (t === rest ? "∞" : t.toFixed(2))
  }
};

/** The valley that the controls ask for. */
export const valleyOf = ({
  time,
  ...asked
}: Readonly<Record<keyof typeof valleyControls, number>>): Valley => ({
  ...asked,
  time: time === rest ? Number.POSITIVE_INFINITY : time
});

/** The law of the valley at rest, and its current, in closed form. */
export const closedForm = (valley: Valley) =>
  linearCurrent({pull: diagonal([1, valley.flat]), diffusion: valleyNoise(valley)});

/** Twice the area that a particle sweeps in a unit of time, counter-clockwise. */
export function turning(valley: Valley): number {
  const {rotation} = closedForm(valley);
  return rotation.get(1, 0) - rotation.get(0, 1);
}

/** Shares of the greatest density whose level lines are drawn. */
const levels = [0.1, 0.35, 0.7];

/** Level lines of the density, in pieces. */
function levelLines({density}: ValleyFlow): Mark[] {
  const {low, high, cells} = valleyAxis;
  const top = density.reduce((a, b) => Math.max(a, b));
  const place = (k: number) => low + ((high - low) * k) / cells;
  return contours()
    .size([cells, cells])
    .thresholds(levels.map(level => level * top))(density as unknown as number[])
    .flatMap(({coordinates}) => coordinates.flat())
    .flatMap((line, piece) => line.map(([x, y]) => ({x: place(x), y: place(y), piece})));
}

/** Arrows of a current, begun and ended about their places, the longest 1.1 units long. */
export const currentMarks = (
  arrows: ValleyFlow["arrows"],
  {
    largest,
    least,
    grows
  }: {readonly largest: number; readonly least: number; readonly grows: "as" | "as its root"}
): Mark[] =>
  arrows
    .filter(({size}) => size > least * largest)
    .flatMap(({x, y, jx, jy, size}, piece) => {
      const scale = 0.55 / (grows === "as" ? largest : Math.sqrt(size * largest));
      return [-1, 1].map(side => ({
        x: x + side * scale * jx,
        y: y + side * scale * jy,
        piece,
        current: size
      }));
    });

/** Density and probability current over a valley, from the Fokker–Planck equation. */
export function overValley(flow: ValleyFlow, valley: Valley): Chart {
  const reach: [number, number] = [-4, 4];
  const largest = Math.max(...flow.arrows.map(({size}) => size));
  const arrows = flow.flows ? currentMarks(flow.arrows, {largest, least: 0.06, grows: "as"}) : [];
  return {
    title: "Density and probability current over a valley",
    caption: `Dots: particles of the stochastic equation, simulated independently of any grid; thin lines: levels of the density, from the Fokker–Planck equation on a grid of ${valleyAxis.cells} cells each way, solved here; arrows: its current, the longest at the same length in each picture; thick ellipse: 95 % of the exact stationary law; dotted: a tempered posterior with the same mean loss. At $φ$ = 0° and 90°, with equal curvatures or with isotropic noise, nothing flows. Play the time to see the cloud arrive.`,
    description:
      "A tilted cloud within a tilted ellipse, and arrows that circulate along it in one sense; the dotted ellipse is not tilted.",
    square: true,
    x: {
      label: "stiff direction, in $(η/b)^{½}$",
      column: "stiff",
      domain: [-5.6, 5.6],
      ticks: 6
    },
    y: {label: "flat direction, in $(η/b)^{½}$", column: "flat", domain: reach, ticks: 5},
    panels: [
      {
        series: [
          {
            is: "measured",
            name: "particles",
            as: "cloud",
            label: false,
            marks: flow.particles.map(([x, y]) => ({x, y}))
          },
          {
            is: "exact",
            name: "levels of the density",
            second: true,
            label: false,
            marks: levelLines(flow)
          },
          {
            is: "surrogate",
            name: "tempered posterior",
            as: "loop",
            marks: ring(diagonal([0.5, 0.5 / valley.flat])),
            near: 0.6
          },
          {
            is: "exact",
            name: "stationary law",
            as: "loop",
            marks: ring(closedForm(valley).covariance),
            near: 0.3
          },
          ...(arrows.length
            ? [{is: "exact", name: "current", as: "arrow", label: false, marks: arrows} as const]
            : [])
        ]
      }
    ]
  };
}
