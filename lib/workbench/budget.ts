import {describe, integer, optionsOf, positive} from "../check.js";
import {exp} from "../elementary/exp.js";
import {goldenSection} from "../elementary/goldenSection.js";
import {log} from "../elementary/log.js";
import {pow} from "../elementary/pow.js";
import type {Curvature} from "./curvature.js";
import {type JackknifeSets, jackknifeSets} from "./deleted.js";
import {absent, exactly, positively} from "./measure.js";
import {argumentNames, type QuestionNames} from "./questionNames.js";
import {along, riskAfter, type Setting, weightsAfter} from "./riskAfter.js";
import type {Sample} from "./sample.js";
import {batchShare} from "./settled.js";
import type {BudgetNumbers, BudgetOptimum, BudgetQuestion, Measure, RunQuestion} from "./types.js";

/** Holds a budget to what its arguments may be. */
export function checkBudget(
  budget: BudgetQuestion,
  d: number,
  names: QuestionNames = argumentNames
): void {
  const {calls, start} = optionsOf("budget", budget, ["calls", "start"]);
  integer(names.calls, calls, 1, Number.MAX_SAFE_INTEGER);
  if (typeof start === "number") positive(names.start, start);
  else if (start?.length !== d)
    throw new RangeError(
      `${names.start} must be an excess loss, or ${d} numbers, one per parameter; got ${typeof start?.length === "number" ? `${start.length} of them` : describe(start)}`
    );
  else {
    const wrong = Array.prototype.findIndex.call(start, x => !Number.isFinite(x));
    if (wrong >= 0)
      throw new RangeError(
        `${names.start} must hold finite numbers; got ${describe(start[wrong])} at ${wrong}`
      );
  }
}

/** How many learning rates a grid has, over how many powers of ten, and the last as a share of the stable limit. */
const grid = {rates: 61, decades: 6, last: 0.999};

/**
 * Risks over learning rates and batch sizes, and the optima of last and averaged iterate; standard errors
 * of the optima by leaving out twenty groups of rows in turn, at the batch size that is best with all.
 */
export function budgetNumbers(
  sample: Sample,
  curvature: Curvature,
  budget: BudgetQuestion,
  {run, size}: {run?: RunQuestion; size: number | undefined}
): BudgetNumbers {
  const h = curvature.values;
  const limit = 2 / h[h.length - 1];
  const rates = Array.from(
    {length: grid.rates},
    (_, i) => grid.last * limit * pow(10, (grid.decades * (i + 1 - grid.rates)) / (grid.rates - 1))
  );
  const replacement = run?.replacement ?? true;
  const most = Math.min(budget.calls, replacement ? Infinity : (size ?? Infinity));
  const batches: number[] = [];
  for (let b = 1; b <= most; b *= 2) batches.push(b);
  const start = startAlong(curvature, budget.start);
  const setting = (eta: number, b: number): Setting => ({
    eta,
    steps: Math.floor(budget.calls / b),
    share: batchShare(b, replacement, size)
  });
  const sets = sample.whole ? undefined : jackknifeSets(sample);
  const noises = noisesAlong(sample, curvature, sets);
  const search = {h, start, rates, batches, setting};
  const tables = risksOnGrid(search, noises);
  const optimum = (kind: Kind): BudgetOptimum => {
    const found = best(kind, noises[0], tables[kind][0], search);
    const only = batches.indexOf(found.b);
    const others = noises
      .slice(1)
      .map((noise, k) => best(kind, noise, tables[kind][k + 1], search, only));
    const measure = (read: (one: Best) => number): Measure => {
      if (sample.whole) return exactly(read(found));
      const value = read(found);
      if (!(value > 0)) return exactly(value);
      const error = jackknifeError(others.map(one => read(one) / value));
      if (!Number.isFinite(error))
        return {...absent("without one of two rows there is no spread left"), value};
      return positively(value, value * error, sample.quantile);
    };
    const rate = measure(one => one.eta);
    return {
      learningRate:
        found.eta <= rates[1]
          ? {...absent(tooNear), value: found.eta}
          : found.eta >= rates[rates.length - 1]
            ? {...absent(atTheEdge), value: found.eta}
            : rate,
      batchSize: found.b,
      risk: measure(one => one.risk),
      region: region(tables[kind][0], {rates, batches, found})
    };
  };
  return {
    calls: budget.calls,
    learningRates: rates,
    batchSizes: batches,
    lastRisk: tables.last[0],
    averagedRisk: tables.averaged[0],
    last: optimum("last"),
    averaged: optimum("averaged")
  };
}

/** Why a rate at the lower end of the grid is no optimum. */
const tooNear =
  "the least rate that is looked at: the start is so near the minimum that more of it only adds noise";

/** Why a rate at the upper end has no interval. */
const atTheEdge = `the largest rate that is looked at, ${grid.last} of the largest stable one: more would be better still, and nothing is stable beyond`;

type Kind = "last" | "averaged";

interface Best {
  readonly eta: number;
  readonly b: number;
  readonly risk: number;
}

interface Search {
  readonly h: readonly number[];
  readonly start: readonly number[];
  readonly rates: readonly number[];
  readonly batches: readonly number[];
  readonly setting: (eta: number, b: number) => Setting;
}

/** Risks by kind, noise, batch size and rate: the weights of modes are the same for every noise. */
function risksOnGrid(
  {h, start, rates, batches, setting}: Search,
  noises: readonly (readonly number[])[]
): Record<Kind, number[][][]> {
  const empty = () => noises.map(() => batches.map(() => [] as number[]));
  const risks = {last: empty(), averaged: empty()};
  for (const [i, b] of batches.entries())
    for (const eta of rates) {
      const {last, averaged} = weightsAfter(h, start, setting(eta, b));
      for (const [k, noise] of noises.entries()) {
        risks.last[k][i].push(last.excess + along(last.ofNoise, noise));
        risks.averaged[k][i].push(averaged.excess + along(averaged.ofNoise, noise));
      }
    }
  return risks;
}

/** Between two rates of the grid a risk is never so much below the lower one of both. */
const hidden = 1.2;

/** Steps in log η of the differences around a minimum: at most, and as a share of the way to the stable limit. */
const beside = {most: 5e-3, share: 1 / 40};

/**
 * The place of a minimum below the end of what is stable: by golden sections, which rounding ends at the root of the
 * precision, then as the zero of the central difference of fourth order, which has all digits but for (log η)'s fifth
 * derivative, some 10⁻⁸.
 */
function refined(of: (x: number) => number, range: readonly [number, number], end: number): number {
  const first = goldenSection(of, range, 30);
  const step = Math.min(beside.most, beside.share * (end - first));
  let x = first;
  for (let k = 0; k < 2; k++) {
    const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map(j => of(x + j * step));
    const bend = b - 2 * c + d;
    const way = (step * (a - e + 8 * (d - b))) / (12 * bend);
    if (!(bend > 0 && Math.abs(way) < step)) return first;
    x -= way;
  }
  // Beside a minimum that is flatter than a parabola the step is too long, and the golden section the better one.
  return x > range[0] && x < range[1] && of(x) <= (1 + 1e-12) * of(first) ? x : first;
}

/**
 * The rate whose single step leaves least of the start, Σh²s/Σh³s: where the start lies along directions of one
 * curvature it leaves nothing, in a dip that is far narrower than the grid.
 */
function leastLeft(h: readonly number[], start: readonly number[]): number {
  const [slope, bend] = [2, 3].map(power =>
    h.reduce((sum, x, i) => sum + (x / h[h.length - 1]) ** power * start[i], 0)
  );
  return slope / bend / h[h.length - 1];
}

/** The least risk on the grid, at every batch size or at one alone, and around it by golden section in log η. */
function best(
  kind: Kind,
  noise: readonly number[],
  risks: readonly (readonly number[])[],
  {h, start, rates, batches, setting}: Search,
  only?: number
): Best {
  const looked = batches.flatMap((b, i) => (only === undefined || i === only ? [{b, i}] : []));
  const dip = leastLeft(h, start);
  const next = rates.findIndex(rate => rate > dip);
  const searched = looked.map(({b, i}) => {
    const at = (eta: number) => riskAfter({h, start, noise}, setting(eta, b))[kind];
    const lowest = Math.min(...risks[i]);
    const place = risks[i].indexOf(lowest);
    const inDip = next > 0 ? at(dip) : Infinity;
    const isInDip = inDip < lowest;
    return {
      b,
      at,
      lowest: isInDip ? inDip : lowest,
      rate: isInDip ? dip : rates[place],
      around: isInDip
        ? [next - 1, next]
        : [Math.max(0, place - 1), Math.min(rates.length - 1, place + 1)]
    };
  });
  const least = Math.min(...searched.map(({lowest}) => lowest));
  let found: Best = {eta: rates[0], b: 1, risk: Infinity};
  for (const {b, at, lowest, rate, around} of searched) {
    if (lowest > hidden * least) continue;
    const [low, high] = around.map(k => log(rates[k]));
    const eta = exp(refined(x => at(exp(x)), [low, high], log(2 / h[h.length - 1])));
    const between = at(eta);
    const risk = Math.min(between, lowest);
    if (risk < found.risk) found = {eta: between <= lowest ? eta : rate, b, risk};
  }
  return found;
}

function region(
  risks: readonly (readonly number[])[],
  {rates, batches, found}: {rates: readonly number[]; batches: readonly number[]; found: Best}
): BudgetOptimum["region"] {
  const near = (risk: number) => risk <= 1.05 * found.risk;
  const goodRates = rates.filter((_, j) => risks.some(row => near(row[j])));
  const goodBatches = batches.filter((_, i) => risks[i].some(near));
  const ends = (list: readonly number[], best: number): [number, number] => [
    Math.min(best, ...list),
    Math.max(best, ...list)
  ];
  return {learningRate: ends(goodRates, found.eta), batchSize: ends(goodBatches, found.b)};
}

/** √((m−1)/m Σ(x − x̄)²) of estimates without each of m groups. */
function jackknifeError(estimates: readonly number[]): number {
  const m = estimates.length;
  const mean = estimates.reduce((sum, x) => sum + x / m, 0);
  return Math.sqrt(((m - 1) / m) * estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0));
}

/** Gₐₐ along the eigenvectors of H, of all rows, and of all but each of the sets where there are some. */
function noisesAlong(
  {n, factor, whole}: Sample,
  {along, values}: Curvature,
  sets: JackknifeSets | undefined
): number[][] {
  const k = values.length;
  const all = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const row = along.row(i);
    for (let a = 0; a < k; a++) all[a] += row[a] ** 2;
  }
  const {setOf, sizes} = sets ?? {setOf: new Int32Array(0), sizes: []};
  const without = sizes.map(() => ({sums: new Float64Array(k), squares: all.slice()}));
  for (let i = 0; i < setOf.length; i++) {
    const set = without[setOf[i]];
    const row = along.row(i);
    for (let a = 0; a < k; a++) {
      set.sums[a] -= row[a];
      set.squares[a] -= row[a] ** 2;
    }
  }
  const variances = (squares: Float64Array, left: number, sums?: Float64Array) =>
    Array.from(squares, (x, a) =>
      Math.max(
        0,
        (factor * (x - (sums ? sums[a] * sums[a] : 0) / left)) / (whole ? left : left - 1)
      )
    );
  return [
    variances(all, n),
    ...without.map(({sums, squares}, g) => variances(squares, n - sizes[g], sums))
  ];
}

function startAlong({into, values}: Curvature, start: BudgetQuestion["start"]): number[] {
  if (typeof start === "number") return values.map(h => (2 * start) / (values.length * h));
  return Array.from(into(start), x => x * x);
}
