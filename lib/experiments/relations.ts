import {integer, numberIn} from "../check.js";

/**
 * Refuses lists that do not go together entry by entry.
 *
 * @throws RangeError with the names and the numbers of entries
 */
export function checkLengths(lists: Readonly<Record<string, readonly unknown[]>>): void {
  const lengths = Object.values(lists).map(list => list.length);
  if (lengths.some(length => length !== lengths[0]))
    throw new RangeError(
      `${Object.keys(lists).join(" and ")} must hold equally many numbers; got ${lengths.join(" and ")}`
    );
}

/** Refuses batch sizes above `most`, which is `bound` in words: what batches are drawn from is smaller. */
export function checkBatches(
  name: string,
  sizes: number | readonly number[],
  {most, bound}: {readonly most: number; readonly bound: string}
): void {
  for (const b of [sizes].flat())
    numberIn(name, b, `[1, ${bound}] = [1, ${most}]`, x => x >= 1 && x <= most);
}

/** Refuses rates at which θ ← θ − η(Hθ + ζ) is not stable: 0 < η < 2/λmax. */
export function checkRates(
  name: string,
  rates: number | readonly number[],
  curvatures: readonly number[]
): void {
  const most = 2 / Math.max(...curvatures);
  for (const rate of [rates].flat())
    numberIn(name, rate, `(0, 2/λmax) = (0, ${most})`, x => x > 0 && x < most);
}

/** Refuses numbers that do not ascend. */
export function checkAscending(name: string, values: readonly number[]): void {
  const at = values.findIndex((value, k) => k > 0 && value <= values[k - 1]);
  if (at > 0)
    throw new RangeError(`${name} must ascend; got ${values[at]} after ${values[at - 1]}`);
}

/** Refuses a number that is not a whole multiple of another setting. */
export function checkMultiple(
  [name, value]: readonly [string, number],
  [otherName, other]: readonly [string, number]
): void {
  integer(otherName, other, 1);
  if (value % other !== 0)
    throw new RangeError(`${name} must be a multiple of ${otherName} = ${other}; got ${value}`);
}

/**
 * Refuses a falling rate ηₖ = eta0/(k + offset) whose first steps, too long to be stable, take the squares of
 * the state out of range: the product of |1 − ηₖh| over them must stay below 10¹³⁰.
 */
export function checkGrowth(
  eta0: number | readonly number[],
  curvatures: readonly number[],
  {offset, steps}: {readonly offset: number; readonly steps: number}
): void {
  for (const rate of [eta0].flat())
    for (const h of curvatures) {
      let growth = 1;
      for (let k = 0; k < steps && (rate * h) / (k + offset) > 2; k++)
        growth *= (rate * h) / (k + offset) - 1;
      if (!(growth < 1e130))
        throw new RangeError(
          `eta0 must let its first steps enlarge the state by less than 10¹³⁰; got ${rate}`
        );
    }
}
