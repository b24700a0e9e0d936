import type {Chart, Mark} from "../../components/chart/declaration.js";
import type {AdaptiveMethod} from "../../lib/stationary/adaptiveCovarianceMap.js";
import {adaptiveOrbit} from "../../lib/stationary/adaptiveOrbit.js";
import {settlingNoise} from "../../lib/stationary/settlingNoise.js";

/** Steps that are left out, and those whose values are drawn. */
const [forgotten, kept] = [600, 30];
const noiseRatios = Array.from({length: 240}, (_, k) => (k + 1) / 120);

/** A preconditioner that is made of the run itself, with the weight of its newest gradient. */
export interface Preconditioner {
  readonly method: AdaptiveMethod;
  readonly forgetting: number;
}

/** The values over the predicted one to which the covariance map comes, for each noise ratio. */
function longRun({method, forgetting}: Preconditioner): Mark[] {
  return noiseRatios.flatMap(x => {
    const steps = forgotten + kept;
    const orbit = adaptiveOrbit({method, noiseRatio: x, forgetting, start: 1.1, steps});
    const seen = new Set(Array.from(orbit.slice(forgotten), u => Number(u.toPrecision(3))));
    return [...seen].map(y => ({x, y}));
  });
}

/** The least noise of which the page says that it settles: without noise nothing draws Adam back. */
export const leastNoise = 0.1;

/** The largest distance of such values from the predicted one, relative to it, from `leastNoise` on. */
export const farthest = (preconditioner: Preconditioner): number =>
  Math.max(
    ...longRun(preconditioner)
      .filter(({x = 0}) => x >= leastNoise)
      .map(({y = 0}) => Math.abs(y - 1))
  );

/** Where the natural gradient without memory ends up, against the noise: the route to chaos. */
export function routeToChaos(): Chart {
  const printed = noiseRatios.filter((_, k) => k % 24 === 23).map(x => ({x, y: 1}));
  return {
    title: "Where the natural gradient without memory ends up, against the noise",
    caption:
      "Dots: the values that the variance takes in the long run, started near the predicted one, by the exact map of the covariance; open diamonds: the paper’s law. Only dots at 1 agree with it. Two branches are an oscillation of period two, a band is chaos. The noise of a mini-batch lies left of the dotted line at $c = 1$.",
    description:
      "Long-run values of the variance against the noise ratio: bands of chaos for small noise, two branches up to one, and a single line at one beyond.",
    shape: 0.5,
    x: {label: "noise $c$", column: "noise", domain: [0, 2], ticks: 5},
    y: {
      label: "variance over the predicted one",
      column: "ratio",
      scale: "log",
      domain: [0.05, 100],
      ticks: [0.1, 1, 10, 100]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "one sample a batch", label: "$c = 1$", marks: [{x: 1}]},
          {
            is: "exact",
            name: "long run",
            as: "cloud",
            label: false,
            marks: longRun({method: "natural", forgetting: 1})
          },
          {is: "printed", name: "the paper’s law", marks: printed, near: 0.85}
        ]
      }
    ]
  };
}

/** Weights of the newest statistic for which the border is drawn, and what stands on it. */
const memories = [
  {forgetting: 1, name: "$ρ = 1$, no memory", near: 0.5},
  {forgetting: 0.5, name: "$ρ = 0.5$", near: 0.8},
  {forgetting: 0.1, name: "$ρ = 0.1$", near: 0.3}
];

/** The least noise with which the natural gradient settles, against momentum. */
export function noiseToSettle(): Chart {
  return {
    title: "The noise that the natural gradient needs to settle",
    caption:
      "Above its line the stationary point of Corollary 6 attracts, just below it repels; one line for each weight $ρ$ of the newest statistic. Without memory momentum helps, up to a point; with memory, a little noise helps where there is momentum.",
    description:
      "Three curves of the least noise ratio against momentum; without memory it falls from one and rises again, with memory it stays far lower for most momenta.",
    x: {label: "momentum $µ$", column: "momentum", domain: [0, 0.92], ticks: 5},
    y: {label: "least noise $c$", column: "noise", domain: [0, 1.1], ticks: 5},
    panels: [
      {
        series: memories.map(({forgetting, name, near}) => ({
          is: "exact",
          name,
          near,
          marks: Array.from({length: 47}, (_, k) => ({
            x: 0.02 * k,
            y: settlingNoise({momentum: 0.02 * k, forgetting}),
            forgetting
          }))
        }))
      }
    ]
  };
}

const [firstStart, lastStart] = [Math.exp(-3), Math.exp(-3 + 0.03 * 199)];

/** Starts from which the natural gradient without noise does not come to its stationary point, and how many were tried. */
export function strayingStarts(forgetting: number) {
  const tried = 200;
  const starts = Array.from(
    {length: tried},
    (_, k) => firstStart * (lastStart / firstStart) ** (k / (tried - 1))
  );
  const steps = 1000;
  const stray = starts.filter(start => {
    const orbit = adaptiveOrbit({method: "natural", noiseRatio: 0, forgetting, start, steps});
    return Math.abs(orbit[steps] - 1) > 1e-3;
  });
  return {tried, least: firstStart, most: lastStart, stray: stray.length};
}
