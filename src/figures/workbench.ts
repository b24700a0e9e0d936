import type {Chart, Mark} from "../components/chart/declaration.js";
import {percent} from "../components/format.js";
import {levelOf} from "../components/workbench/questions.js";
import type {BenchAnswer} from "../lib/workbench/bench.js";
import {digits} from "../lib/workbench/export/digits.js";
import {
  blockRows,
  cumulatedRows,
  lengthRows,
  screeRows
} from "../lib/workbench/export/pictureRows.js";

/** How many eigenvalues, and how many blocks, a picture has room for. */
const room = {eigenvalues: 60, blocks: 24};

/** What stands in the place of a picture of noise that is not known, or not there. */
const nothingToDraw = ({table, report}: BenchAnswer, what: string): string =>
  `${what} of ${table.name} would stand here, but ${report.trace.value === 0 ? "its rows are all equal" : "they are not known: what was found above says why"}.`;

/** Whole numbers from the first on, about eight of them. */
const wholeTicks = (first: number, last: number): number[] => {
  const every = Math.ceil((last - first + 1) / 8);
  return Array.from({length: Math.floor((last - first) / every) + 1}, (_, k) => first + k * every);
};

/** Eigenvalues of G with their intervals, and how far sampling alone would spread equal ones; in words, where there are none. */
export function scree(answer: BenchAnswer): Chart | string {
  const {pictures, table, question} = answer;
  const rows = screeRows(answer).slice(0, room.eigenvalues);
  if (!rows.length) return nothingToDraw(answer, "The eigenvalues");
  const edge = pictures?.edge ?? null;
  const all = [...rows.map(row => row.high), ...(edge === null ? [] : [edge])];
  const least = Math.min(...rows.map(row => row.eigenvalue), ...(edge === null ? [] : [edge]));
  const last = rows.length;
  return {
    title: "Eigenvalues of $G$",
    caption: `Each dot is the noise along one direction of ${table.name}, with its ${levelOf(question)} interval.${edge === null ? " The rows are all there are, so nothing is estimated." : " Rows of equal noise in every direction would show eigenvalues up to the dotted line: what stands above it is structure."}`,
    description: `The ${last} largest eigenvalues, falling from ${digits(rows[0].eigenvalue)}.`,
    x: {
      label: "direction, noisiest first",
      column: "direction",
      domain: [0.5, last + 0.5],
      ticks: wholeTicks(1, last)
    },
    y: {
      label: "noise along it (gradient units squared)",
      short: "noise along it",
      column: "eigenvalue",
      scale: "log",
      domain: [least / 2.5, 1.3 * Math.max(...all)]
    },
    panels: [
      {
        series: [
          ...(edge === null
            ? []
            : ([
                {
                  is: "surrogate",
                  as: "rule",
                  name: "equal directions would end here",
                  marks: [{y: edge}],
                  near: 0.95
                }
              ] as const)),
          {
            is: "measured",
            name: "eigenvalues",
            label: false,
            marks: rows.map(({direction: x, eigenvalue: y, low, high}) => ({x, y, low, high}))
          }
        ]
      }
    ]
  };
}

/** How few directions carry how much of the noise. */
export function cumulated(answer: BenchAnswer): Chart | string {
  const {table} = answer;
  const rows = cumulatedRows(answer).filter(({share}) => share >= 0);
  if (!rows.length) return nothingToDraw(answer, "The shares of the directions");
  const most = rows.find(({share}) => share >= 0.8) ?? rows[rows.length - 1];
  const shown = rows.slice(0, Math.max(5, Math.min(rows.length, 4 * most.directions + 4)));
  const last = shown.length;
  return {
    title: "Share of the noise in the first directions",
    caption: `${most.directions} of ${table.columns} directions carry ${percent(most.share, 0)} of Tr $G$. A steep start means that the noise has few directions, and that in most directions a step meets hardly any.`,
    description: `A curve that rises to ${percent(most.share, 0)} at ${most.directions} directions.`,
    shape: 0.36,
    x: {
      label: "directions, noisiest first",
      column: "directions",
      domain: [0, last],
      ticks: wholeTicks(0, last)
    },
    y: {
      label: "share of Tr $G$",
      column: "share",
      domain: [0, 1.02],
      ticks: [0, 0.25, 0.5, 0.75, 1],
      format: "percent"
    },
    panels: [
      {
        series: [
          {
            is: "measured",
            as: "line",
            name: "share of the first directions",
            label: false,
            marks: [{x: 0, y: 0}, ...shown.map(({directions: x, share: y}) => ({x, y}))]
          },
          {
            is: "measured",
            name: `${percent(most.share, 0)} in ${most.directions}`,
            marks: [{x: most.directions, y: most.share}]
          }
        ]
      }
    ]
  };
}

/** A long name with its middle left out. */
const shortened = (name: string): string =>
  name.length > 22 ? `${name.slice(0, 11)}…${name.slice(-10)}` : name;

/** Noise per block, with intervals; in words, where the file has one array. */
export function blocks(answer: BenchAnswer): Chart | string {
  const {table, question} = answer;
  const rows = blockRows(answer);
  if (!rows.length)
    return `${table.name} holds one array. Of a npz or safetensors file with an array per layer, the noise of each layer would stand here.`;
  const shown = rows.slice(0, room.blocks);
  const last = shown.length - 1;
  return {
    title: "Noise per block",
    caption: `Tr $G$ of each array of ${table.name}, with its ${levelOf(question)} interval${rows.length > shown.length ? `; the ${shown.length} largest of ${rows.length}` : ""}. Unequal blocks ask for learning rates of their own.`,
    description: `${shown.length} dots; the largest is ${shown[0].block} with ${digits(shown[0].trace)}.`,
    shape: (56 + 26 * shown.length) / 736,
    x: {
      label: "noise of the block, Tr $G$",
      column: "trace",
      domain: [0, 1.04 * Math.max(...shown.map(({high}) => high))],
      ticks: 5
    },
    y: {
      label: "block, noisiest on top",
      column: "place",
      domain: [-0.6, last + 0.6],
      names: shown.map(({block}) => shortened(block)).reverse()
    },
    panels: [
      {
        series: [
          {
            is: "measured",
            as: "spans",
            name: "noise of the block",
            label: false,
            marks: shown.map(({block, parameters, trace, low, high}, k) => ({
              x: trace,
              y: last - k,
              low: Math.max(0, low),
              high,
              block,
              parameters
            }))
          }
        ]
      }
    ]
  };
}

/** Squared distances of the rows from their mean beside those of Gaussian rows. */
export function lengths(answer: BenchAnswer): Chart | string {
  const rows = lengthRows(answer).filter(row => row.measured > 0 && row.gaussian > 0);
  if (!rows.length) return nothingToDraw(answer, "The squared distances");
  const all = rows.flatMap(({measured, gaussian}) => [measured, gaussian]);
  const ends = [Math.min(...all) / 1.15, Math.max(...all) * 1.15] as const;
  const heavy = answer.report.findings.some(({code}) => code === "heavy-tails");
  const diagonal: Mark[] = ends.map(x => ({x, y: x}));
  return {
    title: "Squared distances of rows from their mean, beside Gaussian ones",
    caption: `Quantiles of the rows against those of Gaussian rows with the same covariance. ${heavy ? "Dots leave the line at the top: few rows hold much of the noise, and intervals rest on them." : "Dots on the line mean Gaussian lengths; above it at the right end, heavy tails."}`,
    description: "Quantiles along a diagonal on logarithmic axes.",
    x: {
      label: "Gaussian quantile",
      column: "gaussian",
      scale: "log",
      domain: [
        Math.min(...rows.map(row => row.gaussian)) / 1.15,
        Math.max(...rows.map(row => row.gaussian)) * 1.15
      ]
    },
    y: {label: "quantile of the rows", column: "measured", scale: "log"},
    panels: [
      {
        series: [
          {is: "surrogate", name: "Gaussian", marks: diagonal, near: 0.75},
          {
            is: "measured",
            name: "rows",
            label: false,
            marks: rows.map(({gaussian: x, measured: y}) => ({x, y}))
          }
        ]
      }
    ]
  };
}
