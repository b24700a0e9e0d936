import type {Chart, Mark, Panel} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";
import {type CurrentPart, splitValley} from "../../lib/diffusion/splitValley.js";
import {symmetricVelocity} from "../../lib/diffusion/symmetricVelocity.js";
import {turningRate} from "../../lib/diffusion/turningRate.js";
import type {Valley} from "../../lib/diffusion/valley.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";
import {score} from "../scores.js";
import {closedForm, currentMarks, valleyControls} from "./fokkerPlanckValley.js";

/** The controls of the split, time first. */
export const splitControls = {
  time: valleyControls.time,
  angle: valleyControls.angle,
  ratio: valleyControls.ratio,
  flat: valleyControls.flat
};

/** The valley of the first figure. */
const first = {
  angle: valleyControls.angle.value,
  ratio: valleyControls.ratio.value,
  flat: valleyControls.flat.value
};
const times = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8];

/** What share of the current has no curl and what share no divergence, as the cloud comes to rest. */
export function sharesInTime(): Chart {
  const split = times.map(time => ({time, ...splitValley({...first, time})}));
  const line = (part: "curlFree" | "divergenceFree"): Mark[] =>
    split.map(each => ({x: each.time, y: each[part].share}));
  return {
    title: "What the current consists of, as the cloud comes to rest",
    caption: `Shares of $∫|j|^2$, exact, for curvatures 1 and ${first.flat} and noise ${first.ratio} times as strong along an axis turned by ${first.angle}° as across it. The part without curl carries the cloud to its place, and vanishes once it is there; the part without divergence is all that flows at rest. Under detailed balance nothing would be left.`,
    description:
      "Two curves that add up to one. The part without curl begins above one half and falls to zero; the part without divergence rises to one.",
    x: {label: "time since the start", column: "time", domain: [0, times[times.length - 1]]},
    y: {
      label: "share of the current",
      column: "share",
      domain: [0, 1.05],
      ticks: 5,
      format: "percent"
    },
    panels: [
      {
        series: [
          {
            is: "exact",
            name: "without divergence, $j_{div}$",
            marks: line("divergenceFree"),
            near: 0.8
          },
          {
            is: "exact",
            name: "without curl, $j_{curl}$",
            second: true,
            marks: line("curlFree"),
            near: 0.8
          }
        ]
      }
    ]
  };
}

/** The two parts of the current over a valley at a time. */
export function twoParts(valley: Valley): Chart {
  const split = splitValley(valley);
  const reach: [number, number] = [-4.2, 4.2];
  const panel = (name: string, part: CurrentPart): Panel => {
    const marks =
      part.share > 1e-9
        ? currentMarks(part.arrows, {largest: split.largest, least: 0.05, grows: "as its root"})
        : [];
    return {
      name: marks.length ? name : `${name}: nothing`,
      series: [
        {
          is: "surrogate",
          name: "at rest",
          as: "loop",
          label: false,
          marks: ring(closedForm(valley).covariance)
        },
        {
          is: "exact",
          name: "cloud",
          as: "loop",
          second: true,
          label: false,
          marks: ring(split.covariance, {centre: split.mean})
        },
        ...(marks.length
          ? [{is: "exact", name: "current", as: "arrow", label: false, marks} as const]
          : [])
      ]
    };
  };
  return {
    title: "The two parts of the current over a valley",
    caption:
      "Arrows: the parts of the exact current of the cloud, split by Fourier transform, computed here; their length is proportional to the root of the current, and the longest has the same length in both panels and at all times. Thin ellipse: 95 % of the cloud; dotted: where it comes to rest. At $φ$ = 0° or 90°, with equal curvatures or with isotropic noise, nothing is left at rest.",
    description:
      "Two panels with the same ellipse that moves towards the origin. On the left arrows that carry it there and vanish; on the right arrows that circulate along the ellipse and stay.",
    square: true,
    x: {
      label: "stiff direction, in $(η/b)^{½}$",
      short: "stiff direction",
      column: "stiff",
      domain: reach,
      ticks: 5
    },
    y: {
      label: "flat direction, in $(η/b)^{½}$",
      short: "flat direction",
      column: "flat",
      domain: reach,
      ticks: 5
    },
    panels: [
      panel("without curl, $j_{curl}$", split.curlFree),
      panel("without divergence, $j_{div}$", split.divergenceFree)
    ]
  };
}

/** What the runs of the velocity field were. */
export interface FieldRun {
  readonly curvatures: readonly number[];
  readonly noiseVariances: readonly [number, number];
  readonly angle: number;
  readonly learningRate: number;
}

/** The mean velocity over all visits to a cell of the grid. */
export interface FieldRow
  extends Readonly<
    Record<"share" | "meanX" | "meanY" | "vx" | "vxError" | "vy" | "vyError", number>
  > {}

/** Cells that are visited less often are left out. */
const leastShare = 0.002;

/** The diffusion's current, and the exact velocity of the recursion. */
function velocities({curvatures, noiseVariances, angle, learningRate}: FieldRun) {
  const hessian = diagonal(curvatures);
  const noise = rotatedCovariance(noiseVariances, angle);
  const limit = linearCurrent({pull: hessian, diffusion: noise.clone().mul(learningRate)});
  return {limit, exact: symmetricVelocity({hessian, noise, learningRate})};
}

/** Places with the measured velocity, that of the recursion and that of the diffusion, component by component. */
export function places(rows: readonly FieldRow[], run: FieldRun) {
  const {limit, exact} = velocities(run);
  return rows
    .filter(({share}) => share > leastShare)
    .map(({meanX, meanY, vx, vxError, vy, vyError}) => {
      const component = (i: 0 | 1, y: number, standardError: number) => ({
        y,
        standardError,
        expected: exact.get(i, 0) * meanX + exact.get(i, 1) * meanY,
        continuous: limit.velocity.get(i, 0) * meanX + limit.velocity.get(i, 1) * meanY
      });
      return {
        x: meanX,
        y: meanY,
        velocity: [component(0, vx, vxError), component(1, vy, vyError)] as const
      };
    });
}

export type Place = ReturnType<typeof places>[number];

/** Both components of every place, as marks. */
export const components = (all: readonly Place[]) => all.flatMap(({velocity}) => velocity);

/** The largest distance of a velocity from zero, or from what the diffusion has, in standard errors of both components. */
export const farthestFrom = (all: readonly Place[], what: "zero" | "continuous"): number =>
  Math.max(
    ...all.map(({velocity}) =>
      Math.hypot(
        ...velocity.map(mark => score({...mark, expected: what === "zero" ? 0 : mark.continuous}))
      )
    )
  );

/** Mean velocity of SGD by place, on the exact one. */
export function velocityField(rows: readonly FieldRow[], run: FieldRun): Chart {
  const all = places(rows, run);
  const speed = Math.max(...all.map(({velocity}) => Math.hypot(...velocity.map(({y}) => y))));
  const lines = (value: "y" | "expected"): Mark[] =>
    all.flatMap(({x, y, velocity: [vx, vy]}, piece) => [
      {x, y, piece, vx: vx[value], vy: vy[value]},
      {
        x: x + (0.24 * vx[value]) / speed,
        y: y + (0.24 * vy[value]) / speed,
        piece,
        vx: vx[value],
        vy: vy[value]
      }
    ]);
  return {
    title: "Mean velocity of SGD by place",
    caption: `Arrows from dots: measured over all visits to a cell of the grid, noise turned by ${run.angle}°, $η$ = ${run.learningRate}; thin lines: exact for the recursion; ellipse: 95 % of the law at rest. Under detailed balance every arrow would have length zero.`,
    description:
      "Arrows that circulate counter-clockwise along a tilted ellipse, each on its thin predicted line.",
    square: true,
    x: {label: "stiff direction, $θ_1$", column: "theta1", domain: [-1.5, 1.5], ticks: 7},
    y: {label: "flat direction, $θ_2$", column: "theta2", domain: [-1.1, 1.1], ticks: 5},
    panels: [
      {
        series: [
          {
            is: "exact",
            name: "law at rest",
            as: "loop",
            label: false,
            marks: ring(velocities(run).limit.covariance)
          },
          {is: "measured", name: "measured", as: "arrow", label: false, marks: lines("y")},
          {is: "exact", name: "exact", second: true, label: false, marks: lines("expected")},
          {
            is: "measured",
            name: "places",
            as: "cloud",
            label: false,
            marks: all.map(({x, y}) => ({x, y}))
          }
        ]
      }
    ]
  };
}

const turned = [1, 0.3] as const;

/** How fast the current turns as the noise becomes one direction. */
export const turns = [0.5, 0.8, 0.95, 0.99, 0.999].map(correlation => {
  const {rate, bound} = turningRate({
    curvatures: turned,
    diffusion: [
      [1, correlation],
      [correlation, 1]
    ]
  });
  return {correlation, rate, bound, turns: rate / turned[1] / (2 * Math.PI)};
});

export const turnColumns: readonly TableColumn<(typeof turns)[number]>[] = [
  {header: "correlation of the noise", value: ({correlation}) => fixed(correlation, 3)},
  {header: "rate $ω$", value: ({rate}) => fixed(rate, 4)},
  {header: "bound $(h_1h_2)^{½}$", value: ({bound}) => fixed(bound, 4)},
  {header: "turns in the time $1/h_2$", value: row => fixed(row.turns, 3)}
];

/** What the table of turns is. */
export const turnLabel = `How fast the current turns, $h$ = ${turned.join(" and ")}`;
