import {type Chart, curve, type Series} from "../../components/chart/declaration.js";
import {fixed, percent} from "../../components/format.js";
import {largestRatio} from "../../lib/linalg/largestRatio.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";

/** The controls of the noise that is left. */
export const noiseControls = {
  along: {
    label: "Noise left along",
    min: 0.1,
    max: 1.5,
    step: 0.05,
    value: 0.5,
    format: (x: number) => percent(x, 0)
  },
  across: {
    label: "Noise left across",
    min: 0.1,
    max: 1.5,
    step: 0.05,
    value: 0.9,
    format: (x: number) => percent(x, 0)
  },
  turn: {
    label: "Turned by $φ$",
    min: 0,
    max: 90,
    step: 5,
    value: 0,
    format: (a: number) => `${a}°`
  },
  step: {
    label: "Step $ηλ_{max}$",
    min: 0.05,
    max: 1.9,
    step: 0.05,
    value: 1,
    format: (x: number) => fixed(x, 2)
  }
};

/** What the controls say. */
export type Asked = Readonly<Record<keyof typeof noiseControls, number>>;

const curvatures = [1, 0.3];
/** Variances of the noise G along and across its long axis, and the angle of that, in degrees. */
const [long, short, angle] = [1.6, 0.4, 35];
const G = rotatedCovariance([long, short], angle);

/** Noise and iterates before and after, and the largest ratio of the variances in any direction. */
export function reduction({along, across, turn, step}: Asked) {
  const settle = (noise: typeof G) =>
    sgdCovariance({hessian: diagonal(curvatures), noise, learningRate: step});
  const reduced = rotatedCovariance([long * along, short * across], angle + turn);
  const [before, after] = [settle(G), settle(reduced)];
  const risk = (C: typeof before) => curvatures.reduce((sum, h, i) => sum + h * C.get(i, i), 0);
  return {
    noise: {pair: [G, reduced], ratio: largestRatio(reduced, G)},
    iterates: {pair: [before, after], ratio: largestRatio(after, before)},
    traceRatio: reduced.trace() / G.trace(),
    riskRatio: risk(after) / risk(before)
  };
}

/** Where a largest ratio no longer means less in every direction; rounding is not more. */
const more = (ratio: number) => ratio > 1 + 1e-12;

/** The least turn, in whole degrees, from which some direction has more than before; undefined where none has. */
export function turns(asked: Asked): {readonly noise?: number; readonly iterates?: number} {
  const all = Array.from({length: 91}, (_, turn) => ({turn, ...reduction({...asked, turn})}));
  return {
    noise: all.find(({noise}) => more(noise.ratio))?.turn,
    iterates: all.find(({iterates}) => more(iterates.ratio))?.turn
  };
}

/** The largest ratio in any direction of noise and of iterates, against the turn, beside the ratio of the totals. */
export function worstDirection(asked: Asked): Chart {
  const of = (which: "noise" | "iterates") => (turn: number) =>
    reduction({...asked, turn})[which].ratio;
  const lines = {
    noise: curve(of("noise"), [0, 90], {points: 91}),
    iterates: curve(of("iterates"), [0, 90], {points: 91})
  };
  const {traceRatio} = reduction(asked);
  const highest = Math.max(
    1,
    traceRatio,
    ...[...lines.noise, ...lines.iterates].map(({y = 0}) => y)
  );
  const here = (which: "noise" | "iterates"): Series => ({
    is: "exact",
    name: `${which}, your choice`,
    as: "points",
    label: false,
    marks: [{x: asked.turn, y: of(which)(asked.turn)}]
  });
  return {
    title: "The worst direction against the turn of the noise",
    caption:
      "Solid: the variance after over the variance before in the direction where this ratio is largest, exact, of the iterates; thin: of the noise of one gradient; dotted: the same of the total noise. Dots: your turn. The total does not change. Above 1 there is a direction in which the method has made things worse.",
    description:
      "Two curves over the angle that cross one, the one of the noise before the one of the iterates, beside a level line of the total noise.",
    shape: 0.4,
    x: {
      label: "turn $φ$ of the noise that is left, degrees",
      short: "turn $φ$, degrees",
      column: "turn",
      domain: [0, 90],
      ticks: [0, 15, 30, 45, 60, 75, 90]
    },
    y: {label: "after over before", column: "ratio", domain: [0, 1.12 * highest], ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "as before", label: false, marks: [{y: 1}]},
          {
            is: "surrogate",
            name: "total noise",
            marks: [0, 90].map(x => ({x, y: traceRatio})),
            near: 0.9
          },
          {is: "exact", name: "noise", marks: lines.noise, second: true, near: 0.6},
          {is: "exact", name: "iterates", marks: lines.iterates, near: 0.75},
          here("noise"),
          here("iterates")
        ]
      }
    ]
  };
}

/** Ellipses of noise and iterates, before and after. */
export function beforeAndAfter(asked: Asked): Chart {
  const {noise, iterates} = reduction(asked);
  const panels = [
    {panel: "noise", ...noise},
    {panel: "iterates", ...iterates}
  ].map(({panel, pair, ratio}) => {
    const [before, after] = pair.map(covariance => ring(covariance));
    const reach =
      1.08 * Math.max(...[...before, ...after].flatMap(({x, y}) => [x, y].map(Math.abs)));
    const domain = [-reach, reach] as const;
    return {
      name: `${panel}: ${more(ratio) ? "more in some direction" : "less in every direction"}`,
      x: {label: "stiff axis of $H$", column: "stiff", domain, ticks: 4},
      y: {label: "flat axis of $H$", column: "flat", domain, ticks: 4},
      series: [
        {is: "surrogate", name: "before", as: "loop", marks: before, near: 0.1},
        {is: "exact", name: "after", as: "loop", marks: after, near: 0.6}
      ] satisfies Series[]
    };
  });
  return {
    title: "Noise and iterates, before and after",
    caption:
      "Ellipses that contain 95 %. Left: the covariance of one gradient; right: the stationary covariance of the iterates that it leads to, exact for the step taken; dotted before, solid after. Each side has its own scale.",
    description:
      "Two pairs of ellipses; while the solid ellipse on the left lies inside the dotted one, so does the one on the right.",
    square: true,
    x: panels[0].x,
    y: panels[0].y,
    panels
  };
}
