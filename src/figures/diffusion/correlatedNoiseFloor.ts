import {type Chart, curve} from "../../components/chart/declaration.js";
import {wideningFlow} from "../../lib/diffusion/wideningFlow.js";
import {wideningValley} from "../../lib/diffusion/wideningValley.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {estimate} from "../../lib/simulate/summary.js";

const [learningRate, batches, epochs, runs] = [0.05, 200, 12, 40];
/** The end of the runs, in the time η²k. */
const end = epochs * batches * learningRate ** 2;

/** Positions along the floor at the end of every epoch, run by run. */
const runsOf = (order: "epochs" | "anew") =>
  Array.from({length: runs}, (_, replicate) =>
    Array.from(
      wideningValley({
        learningRate,
        batches,
        epochs,
        order,
        source: uniforms({seed: 1, experiment: "correlated noise: floor", cell: order, replicate})
      })
    )
  );

const orders = [
  {name: "epochs", paths: runsOf("epochs"), epoch: batches * learningRate},
  {name: "batches drawn anew", paths: runsOf("anew"), epoch: Number.POSITIVE_INFINITY}
];

/** Where runs are at the end under either order: mean and spread of the position, mean curvature across. */
export const ends = orders.map(({paths}) => {
  const last = paths.map(path => path[epochs]);
  const {mean, standardError} = estimate(last);
  return {
    mean,
    spread: standardError * Math.sqrt(runs),
    curvature: 1 + estimate(last.map(x => x * x)).mean / 2
  };
});

/** Runs along the floor of a valley that widens, under epochs and with batches drawn anew. */
export function alongFloor(): Chart {
  return {
    title: "Where runs are along the floor of the valley",
    caption: `Thin: ${runs} runs each, read at the end of every epoch, $η$ = ${learningRate}, epochs of ${batches} batches, noise ±1 in either direction; solid: the drift that the jitter across the floor causes, for epochs and for batches drawn anew. If the order of the batches did not matter, both panels would look alike.`,
    description:
      "Two panels. On the left the lines fall together along a curve towards zero; on the right they fan out in both directions.",
    shape: 0.75,
    x: {label: "time, $η^2k$", column: "time", domain: [0, end], ticks: 6},
    y: {
      label: "position along the floor, $x$",
      short: "position, $x$",
      column: "position",
      domain: [-3.2, 3.2],
      ticks: 6
    },
    panels: orders.map(({name, paths, epoch}) => ({
      name,
      series: [
        {is: "reference", name: "flattest place", label: false, marks: [{y: 0}]},
        {
          is: "measured",
          name: "runs",
          as: "line",
          second: true,
          label: false,
          marks: paths.flatMap((path, piece) =>
            path.map((y, k) => ({x: (k * end) / epochs, y, piece}))
          )
        },
        {
          is: "exact",
          name: "drift",
          label: false,
          marks: curve(time => wideningFlow({time, epoch}), [0, end], {points: 61})
        }
      ]
    }))
  };
}
