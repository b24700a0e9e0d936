import {murmur3} from "../random/murmur3.js";
import {squaredLengths, sumOfSquares} from "./moments.js";
import type {Rows} from "./rows.js";
import type {Sample} from "./sample.js";
import type {Finding} from "./types.js";

/** Above which, or below which, each finding is made. */
export const thresholds = {
  /** Relative spread of the rows' lengths about 1 that counts as none. */
  unitLength: 1e-5,
  /** Share of rows that are copies of others from which on they are a warning, not a note. */
  duplicates: 0.01,
  /** How many times as much the logarithms of the rows' lengths spread as those of the columns' do. */
  swapped: 4,
  /** And how much those of the rows spread at least. */
  swappedSpread: 0.1,
  /** d/n. */
  fewRows: 0.05,
  /** E‖x‖⁴ over that of Gaussian gradients of the same covariance. */
  heavyTails: 2,
  /** Share of Σ‖x‖² that one row has, where that is also so many times its due. */
  oneRow: 0.1,
  due: 10,
  /** How many groups Student's t wants. */
  groups: 30
} as const;

const shown = 10;

/** Rows whose entries are not finite: nothing else can be told of such a table. */
export function notFinite({n, row}: Rows): Finding[] {
  const bad: number[] = [];
  let count = 0;
  let place = "";
  for (let i = 0; i < n; i++) {
    const x = row(i);
    const j = x.findIndex(entry => !Number.isFinite(entry));
    if (j < 0) continue;
    if (!count++) place = `${x[j]} at row ${i}, column ${j}`;
    if (bad.length < shown) bad.push(i);
  }
  if (!bad.length) return [];
  return [
    {
      code: "not-finite",
      severity: "error",
      message: `${count} of ${n} rows hold numbers that are not finite, the first ${place}; drop these rows, or mend what wrote them; if nothing is wrong there, the file is damaged: copy it again`,
      rows: bad
    }
  ];
}

/** What a table of finite numbers shows before anything is estimated from it. */
export function tableFindings(rows: Rows, sample: Sample): Finding[] {
  const lengths = squaredLengths(rows).map(Math.sqrt);
  return [
    ...unitRows(rows, lengths),
    ...constantColumns(rows),
    ...duplicates(rows, sample),
    ...axesSwapped(rows, lengths),
    ...shapeOfTable(sample)
  ];
}

function unitRows({width}: Rows, lengths: Float64Array): Finding[] {
  if (width < 2 || lengths.some(x => Math.abs(x - 1) > thresholds.unitLength)) return [];
  return [
    {
      code: "unit-rows",
      severity: "warning",
      message:
        "every row has length 1: the gradients were normalised, and the shape of their covariance is lost; save them before they are clipped or normalised"
    }
  ];
}

function constantColumns({n, width: d, row}: Rows): Finding[] {
  const first = row(0).slice();
  let still = [...first.keys()];
  for (let i = 1; i < n && still.length; i++) {
    const x = row(i);
    if (still.some(j => x[j] !== first[j])) still = still.filter(j => x[j] === first[j]);
  }
  if (!still.length) return [];
  const list = still.slice(0, shown).join(", ");
  return [
    {
      code: "constant-columns",
      severity: still.length === d ? "warning" : "note",
      message: `${still.length} of ${d} columns are the same in every row (${list}${still.length > shown ? ", …" : ""}): parameters without noise, frozen or unused`
    }
  ];
}

/** Rows that are the same, told by 64 bits of a hash, so that no two rows need be in memory at once. */
function duplicates(table: Rows, {whole}: Sample): Finding[] {
  const {n} = table;
  const prints = fingerprints(table);
  // Open addressing: place → number of a row + 1.
  const mask = 2 ** Math.ceil(Math.log2(2 * n)) - 1;
  const places = new Uint32Array(mask + 1);
  const copies: number[] = [];
  let count = 0;
  for (let i = 0; i < n; i++) {
    const [a, b] = [prints[2 * i], prints[2 * i + 1]];
    const isOther = (k: number) => prints[2 * k] !== a || prints[2 * k + 1] !== b;
    let place = a & mask;
    while (places[place] && isOther(places[place] - 1)) place = (place + 1) & mask;
    if (!places[place]) places[place] = i + 1;
    else if (count++ < shown) copies.push(i);
  }
  if (!count) return [];
  return [
    {
      code: "duplicates",
      severity: count > thresholds.duplicates * n ? "warning" : "note",
      message: `${count} of ${n} rows are copies of earlier ones: ${whole ? "each counts as a sample of its own" : "they are counted as independent rows, and intervals are too short"}`,
      rows: copies
    }
  ];
}

/** Two words of the hash of each row's numbers; −0 counts as 0. */
function fingerprints({n, width, row}: Rows): Uint32Array {
  const prints = new Uint32Array(2 * n);
  const numbers = new Float64Array(width);
  const bytes = new Uint8Array(numbers.buffer);
  for (let i = 0; i < n; i++) {
    const x = row(i);
    for (let j = 0; j < width; j++) numbers[j] = x[j] + 0;
    prints.set(murmur3(bytes, 0).subarray(0, 2), 2 * i);
  }
  return prints;
}

/** Parameters differ in scale, samples hardly: where the rows do so more than the columns, they are swapped. */
function axesSwapped({n, width: d, row}: Rows, lengths: Float64Array): Finding[] {
  if (n >= d || n < 2) return [];
  const columns = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const x = row(i);
    for (let j = 0; j < d; j++) columns[j] += x[j] ** 2;
  }
  const [along, across] = [spread(lengths), spread(columns.map(Math.sqrt))];
  if (!(along > thresholds.swapped * across && along > thresholds.swappedSpread)) return [];
  return [
    {
      code: "axes-swapped",
      severity: "warning",
      message: `${n} rows and ${d} columns, and the rows differ in scale as parameters do: rows must be samples, so this looks like the transpose`
    }
  ];
}

/** The variance of the logarithms of what is not zero. */
function spread(lengths: Float64Array): number {
  const logs = lengths.filter(x => x > 0).map(Math.log);
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  return sumOfSquares(logs.map(x => x - mean)) / logs.length;
}

function shapeOfTable({n, d, whole, grouped, clusters, quantile}: Sample): Finding[] {
  const found: Finding[] = [];
  if (n <= d)
    found.push({
      code: "singular",
      severity: whole ? "note" : "warning",
      message: `${n} rows span at most ${n - 1} of ${d} directions: the condition number and the Fisher strong convexity do not exist`
    });
  if (!whole && d > thresholds.fewRows * n)
    found.push({
      code: "few-rows",
      severity: "warning",
      message: `d/n = ${(d / n).toPrecision(2)} is above ${thresholds.fewRows}: the bias of single eigenvalues exceeds their standard errors; ${Math.ceil(d / thresholds.fewRows)} rows would be enough`
    });
  if (grouped && clusters < thresholds.groups)
    found.push({
      code: "few-groups",
      severity: "note",
      message: `${clusters} groups are fewer than ${thresholds.groups}: intervals use Student's t with ${clusters - 1} degrees of freedom, ± ${quantile.toPrecision(3)} standard errors`
    });
  return found;
}

/** Heavy tails, and rows that dominate; of the rows' squared lengths about their mean, Tr S² and Q. */
export function tailFindings(
  {n, centred, whole}: Sample,
  {trace, square}: {trace: number; square: number}
): Finding[] {
  const lengths = squaredLengths(centred);
  const total = lengths.reduce((sum, x) => sum + x, 0);
  const fourth = sumOfSquares(lengths) / n;
  const ratio = fourth / (trace * trace + 2 * square);
  const large: number[] = [];
  for (let i = 0; i < n; i++)
    if (lengths[i] > Math.max(thresholds.oneRow, thresholds.due / n) * total) large.push(i);
  large.sort((a, b) => lengths[b] - lengths[a]);
  if (!(ratio > thresholds.heavyTails) && !large.length) return [];
  const alone = large.length
    ? `; row ${large[0]} alone has ${((100 * lengths[large[0]]) / total).toFixed(0)} % of the trace`
    : "";
  return [
    {
      code: "heavy-tails",
      severity: "warning",
      message: `the fourth moment is ${ratio.toPrecision(2)} times that of Gaussian gradients${alone}: ${whole ? "few rows carry much of the noise, and batches without them see little of it" : "intervals rest on few rows"}`,
      ...(large.length ? {rows: large.slice(0, shown)} : {})
    }
  ];
}
