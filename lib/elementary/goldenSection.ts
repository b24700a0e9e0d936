/**
 * Where a function of one variable with one minimum between `low` and `high` is least: the middle of what is left
 * after so many golden sections, each of which leaves 0.618 of the interval.
 */
export function goldenSection(
  of: (x: number) => number,
  [low, high]: readonly [number, number],
  sections: number
): number {
  const share = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [low, high];
  for (let k = 0; k < sections; k++) {
    const [p, q] = [right - share * (right - left), left + share * (right - left)];
    if (of(p) < of(q)) right = q;
    else left = p;
  }
  return (left + right) / 2;
}
