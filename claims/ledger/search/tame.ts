import type {CaseClaim} from "../claim.js";
import type {Named} from "../named.js";
import {caseAt, coordinateCount} from "./family.js";
import type {SearchResult} from "./search.js";
import {loose} from "./slack.js";

type Square = readonly (readonly number[])[];

/**
 * In what way the cases of a claim ask too little of it, one line each: its mutant is refused by the fixed
 * cases alone, its bound is never approached, all its matrices commute, or none has more than two dimensions.
 */
export function tameness(claim: CaseClaim<Named>, result: SearchResult | null): string[] {
  const all = [...claim.cases, ...samples(claim)];
  const pairs = all.flatMap(each => pairOf(each) ?? []);
  const sizes = [claim.search?.family.dimensions[1] ?? 0, ...pairs.map(({a}) => a.length)];
  const largest = Math.max(...sizes);
  return [
    ...(result && !claim.mutant.cases && !result.mutantRefused
      ? ["only the fixed cases refuse its mutant"]
      : []),
    ...(result && result.leastSlack > loose
      ? [`its bound is never nearer than a factor of ${result.leastSlack.toPrecision(3)}`]
      : []),
    ...(pairs.length > 0 && pairs.every(({a, b}) => commute(a, b))
      ? ["all its cases commute"]
      : []),
    ...(largest > 0 && largest <= 2 ? ["no case has more than two dimensions"] : [])
  ];
}

/** A case of each dimension of the family, somewhere in the middle. */
function samples({search}: CaseClaim<Named>): Named[] {
  if (!search) return [];
  const [low, high] = search.family.dimensions;
  return Array.from({length: high - low + 1}, (_, k) => {
    const dimension = low + k;
    const count = coordinateCount(search.family, dimension);
    const coordinates = Array.from({length: count}, (__, i) => ((i + 1) * 0.381966) % 1);
    return caseAt(search.family, {dimension, coordinates});
  });
}

function pairOf(each: object): {a: Square; b: Square} | null {
  const {hessian, noise, metric} = each as Record<string, unknown>;
  const other = isSquare(noise) ? noise : metric;
  return isSquare(hessian) && isSquare(other) ? {a: hessian, b: other} : null;
}

const isSquare = (x: unknown): x is Square =>
  Array.isArray(x) && x.length > 0 && x.every(row => Array.isArray(row) && row.length === x.length);

/** Whether ‖AB − BA‖ is what rounding leaves of ‖A‖‖B‖. */
function commute(a: Square, b: Square): boolean {
  const product = (x: Square, y: Square) =>
    x.map(row => y.map((_, j) => row.reduce((sum, v, k) => sum + v * y[k][j], 0)));
  const [left, right] = [product(a, b), product(b, a)];
  const difference = left.flatMap((row, i) => row.map((v, j) => v - right[i][j]));
  return Math.hypot(...difference) <= 1e-12 * Math.hypot(...a.flat()) * Math.hypot(...b.flat());
}
