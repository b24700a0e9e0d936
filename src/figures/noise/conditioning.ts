import type {Chart, Panel} from "../../components/chart/declaration.js";
import {fixed, scientific, whole} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {drawMixture, type HeldFixed, mixtureCovariances} from "../../lib/noise/finiteMixture.js";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {twoPopulations} from "../../lib/noise/twoPopulations.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {ring} from "../ring.js";

/** The controls of the batch means. */
export const levelControls = {
  batch: {label: "Batch size $b$", min: 1, max: 12, step: 1, value: 6},
  data: {label: "Data set size $n$", min: 12, max: 60, step: 4, value: 12},
  separation: {
    label: "Distance of the populations",
    min: 0,
    max: 3,
    step: 0.25,
    value: 1.5,
    format: (x: number) => x.toFixed(2)
  }
};

export interface Levels {
  readonly batch: number;
  readonly data: number;
  readonly separation: number;
}

/** Batches that are drawn with each of the three held fixed. */
export const batches = 1000;

const held: readonly {readonly what: HeldFixed; readonly name: string}[] = [
  {what: "data", name: "(i) the data set"},
  {what: "population", name: "(ii) the population"},
  {what: "nothing", name: "(iii) nothing"}
];

/** Places that are hit, each with how often. */
function byCount(means: Float64Array) {
  const places = new Map<string, {x: number; y: number; weight: number}>();
  for (let k = 0; k < means.length; k += 2) {
    const [x, y] = [means[k], means[k + 1]];
    const key = `${Math.round(1e9 * x)} ${Math.round(1e9 * y)}`;
    const place = places.get(key);
    if (place) place.weight++;
    else places.set(key, {x, y, weight: 1});
  }
  return [...places.values()];
}

/** The mean of what is held, and the exact covariance around it. */
function lawOf(
  what: HeldFixed,
  dataset: readonly (readonly number[])[],
  {batch, data, separation}: Levels
) {
  const populations = twoPopulations(separation);
  const half = separation / 2;
  if (what === "data")
    return {
      centre: [0, 1].map(j => dataset.reduce((sum, point) => sum + point[j] / data, 0)),
      covariance: finitePopulationCovariance(dataset, batch)
    };
  if (what === "population")
    return {
      centre: [0.6 * half, 0.8 * half],
      covariance: mixtureCovariances([{...populations[0], weight: 1}], data, batch).givenPopulation
    };
  return {centre: [0, 0], covariance: mixtureCovariances(populations, data, batch).unconditional};
}

/** The same batch mean, with the data set, the population or nothing held. */
export function threeLevels(levels: Levels): Chart {
  const drawn = held.map(({what, name}) => {
    const {means, dataset} = drawMixture(twoPopulations(levels.separation), {
      datasetSize: levels.data,
      batchSize: levels.batch,
      batches,
      held: what,
      source: uniforms({seed: 8, experiment: "conditioning: live", cell: "means", replicate: 0})
    });
    const {centre, covariance} = lawOf(what, dataset, levels);
    return {name, places: byCount(means), ellipse: ring(covariance, {centre})};
  });
  const corners = drawn.flatMap(({ellipse}) => ellipse.flatMap(({x, y}) => [x, y].map(Math.abs)));
  const reach = 1.12 * Math.max(...corners, 0.5);
  return {
    title: "The same batch mean, held three ways",
    caption: `Dots: ${whole(batches)} means of batches of ${levels.batch}, drawn here, larger where more batches fell on the same place; ellipses: 95 % of the exact covariance, around the mean given what is held fixed. At $b = n$ the first cloud is a point; the second does not depend on $n$; the third is as wide as the distance between the two populations, whatever $b$ is.`,
    description:
      "Three square panels with clouds of batch means and their ellipses, growing as less is held fixed.",
    square: true,
    x: {label: "first coordinate", column: "first", domain: [-reach, reach], ticks: 4},
    y: {label: "second coordinate", column: "second", domain: [-reach, reach], ticks: 4},
    panels: drawn.map(
      ({name, places, ellipse}): Panel => ({
        name,
        series: [
          {is: "measured", name: "batch means", as: "cloud", label: false, marks: places},
          {is: "exact", name: "exact covariance", as: "loop", label: false, marks: ellipse}
        ]
      })
    )
  };
}

export interface LevelRow {
  readonly level: string;
  readonly b: number;
  readonly visited: number;
  readonly enumerated: number;
  readonly exact: number;
  readonly difference: number;
}

const levelNames: Readonly<Record<string, string>> = {
  givenData: "(i) data held",
  givenPopulation: "(ii) population held",
  unconditional: "(iii) nothing held"
};

/** b times the variance over batch sizes, at the three levels. */
export function levelVariances(rows: readonly LevelRow[]): Chart {
  return {
    title: "$b$ times the variance, at three levels",
    caption:
      "Dots: every case visited, each with its probability; lines: the formulas. Only the middle level is a law of the form $G/b$. If the batch size only rescaled the noise at every level, all three lines would be flat.",
    description:
      "Against batch size, b times the variance falls linearly to zero with the data held, stays level with the population held and rises linearly with nothing held.",
    x: {label: "batch size $b$", column: "b", domain: [1, 6.05], ticks: [1, 2, 3, 4, 5, 6]},
    y: {
      label: "$b$ × variance, first coordinate",
      column: "batchTimesVariance",
      domain: [0, 1.06 * Math.max(...rows.map(({b, exact}) => b * exact))]
    },
    panels: [
      {
        series: Object.entries(levelNames).flatMap(([level, name]) => {
          const own = rows.filter(row => row.level === level).sort((p, q) => p.b - q.b);
          return [
            {is: "exact", name, marks: own.map(({b, exact}) => ({x: b, y: b * exact}))},
            {
              is: "measured",
              name: `enumerated, ${name}`,
              label: false,
              marks: own.map(({b, enumerated, exact, visited}) => ({
                x: b,
                y: b * enumerated,
                expected: b * exact,
                visited
              }))
            }
          ] as const;
        })
      }
    ]
  };
}

/** The rows of one level, one for each batch size. */
export const unconditional = (rows: readonly LevelRow[]): LevelRow[] =>
  rows.filter(row => row.level === "unconditional");

export const levelCaption = {
  label:
    "Variance of the first coordinate by enumeration, and the largest difference from the formulas"
};

/** The three levels beside one another, with the largest difference of any. */
export const levelColumns = (rows: readonly LevelRow[]): TableColumn<LevelRow>[] => [
  {header: "$b$", value: row => String(row.b)},
  {header: "cases visited", value: row => whole(row.visited)},
  ...Object.entries(levelNames).map(([level, header]) => ({
    header,
    value: (row: LevelRow) =>
      fixed(rows.find(d => d.level === level && d.b === row.b)?.enumerated ?? Number.NaN, 5)
  })),
  {
    header: "largest difference",
    value: row => scientific(Math.max(...rows.filter(d => d.b === row.b).map(d => d.difference)))
  }
];
