import {covarianceEllipse} from "../../linalg/covarianceEllipse.js";
import type {BenchAnswer} from "../bench.js";
import type {PlaneLaw} from "../plane.js";
import {digits} from "./digits.js";
import {
  blockRows,
  cumulatedRows,
  floorCurve,
  lengthRows,
  riskRows,
  screeRows
} from "./pictureRows.js";
import type {Series, SmallChart} from "./smallChart.js";

/** The law of a run along two directions, and what these are called. */
export interface NamedEllipse extends Pick<PlaneLaw, "covariance"> {
  readonly across: string;
  readonly upwards: string;
}

/** How many eigenvalues, blocks and names of these a printed picture has room for. */
const most = {eigenvalues: 60, blocks: 40, names: 6};

/** The pictures of a printed report: those of the page, as far as the answer has them. */
export function reportCharts(answer: BenchAnswer, ellipse?: NamedEllipse): SmallChart[] {
  return [
    scree(answer),
    cumulated(answer),
    ...blocks(answer),
    lengths(answer),
    ...floor(answer),
    ...(ellipse ? [plane(ellipse)] : []),
    ...risk(answer)
  ].filter(({series}) => series.some(({points}) => points.length));
}

function scree(answer: BenchAnswer): SmallChart {
  const rows = screeRows(answer).slice(0, most.eigenvalues);
  const edge = answer.pictures?.edge ?? null;
  const line: Series[] =
    edge === null || !rows.length
      ? []
      : [
          {
            look: "dashed",
            points: [
              [rows[0].direction, edge],
              [rows[rows.length - 1].direction, edge]
            ]
          }
        ];
  return {
    title: `Eigenvalues of G with their intervals${line.length ? "; dashed, the largest that so many rows would show were all directions equal" : ""}`,
    x: {label: "direction"},
    y: {label: "noise along it", log: true},
    series: [
      {
        look: "dots",
        points: rows.map(row => [row.direction, row.eigenvalue]),
        bars: rows.map(row => [row.low, row.high])
      },
      ...line
    ]
  };
}

function cumulated(answer: BenchAnswer): SmallChart {
  return {
    title: "Share of Tr G in the first directions",
    x: {label: "directions"},
    y: {label: "share"},
    series: [{look: "line", points: cumulatedRows(answer).map(row => [row.directions, row.share])}]
  };
}

function lengths(answer: BenchAnswer): SmallChart {
  return {
    title: "Squared distances of rows from their mean beside Gaussian ones",
    x: {label: "Gaussian quantile", log: true},
    y: {label: "quantile of the rows", log: true},
    series: [{look: "dots", points: lengthRows(answer).map(row => [row.gaussian, row.measured])}]
  };
}

/** None where the columns are of one block. */
function blocks(answer: BenchAnswer): SmallChart[] {
  const rows = blockRows(answer);
  if (rows.length < 2) return [];
  const names = rows.slice(0, most.names).map(({block}, k) => `${k + 1} ${block}`);
  const shown = rows.slice(0, most.blocks);
  return [
    {
      title: `Tr G of each block: ${names.join(", ")}${rows.length > most.names ? ", …" : ""}`,
      x: {label: "block, the noisiest first"},
      y: {label: "Tr G", log: true},
      series: [
        {
          look: "dots",
          points: shown.map((row, k) => [k + 1, row.trace]),
          bars: shown.map(row => [row.low, row.high])
        }
      ]
    }
  ];
}

function floor(answer: BenchAnswer): SmallChart[] {
  const curve = floorCurve(answer);
  if (!curve) return [];
  return [
    {
      title: "Floor against the learning rate; dashed, the diffusion’s",
      x: {label: "learning rate", log: true},
      y: {label: "excess loss", log: true},
      series: [
        {look: "line", points: curve.rows.map(row => [row.learningRate, row.floor])},
        {look: "dashed", points: curve.rows.map(row => [row.learningRate, row.continuous])}
      ]
    }
  ];
}

function plane({across, upwards, covariance}: NamedEllipse): SmallChart {
  return {
    title: `Where 95 % of Gaussian iterates settle along ${across} and ${upwards}`,
    x: {label: across},
    y: {label: upwards},
    series: [{look: "line", points: covarianceEllipse(covariance.map(row => [...row]))}]
  };
}

/** The least risk at each rate, whatever the batch size. */
function risk({report: {budget}}: BenchAnswer): SmallChart[] {
  if (!budget) return [];
  const rows = riskRows(budget);
  const least = (kind: "last" | "averaged"): Series["points"] =>
    budget.learningRates.map(rate => {
      const risks = rows.filter(({learningRate}) => learningRate === rate).map(row => row[kind]);
      return [rate, Math.min(...risks.filter(Number.isFinite))] as const;
    });
  const finite = (points: Series["points"]) => points.filter(([, y]) => Number.isFinite(y));
  return [
    {
      title: `Excess loss after ${digits(budget.calls)} gradients at the best batch size for each rate; dashed, of the average`,
      x: {label: "learning rate", log: true},
      y: {label: "excess loss", log: true},
      series: [
        {look: "line", points: finite(least("last"))},
        {look: "dashed", points: finite(least("averaged"))}
      ]
    }
  ];
}
