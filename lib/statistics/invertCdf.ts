/**
 * The x in [low, high] with f(x) = target for an increasing f, to the last bits
 *
 * Bisection on a bracket until its ends are neighbours to 2 ε; `high` may be ∞ and is then found by
 * doubling. Slow and safe: some 60 to 100 evaluations.
 */
export function invertIncreasing(
  f: (x: number) => number,
  target: number,
  low: number,
  high: number
): number {
  let lo = low;
  let hi = high;
  if (hi === Infinity) {
    hi = Math.max(1, 2 * lo);
    while (f(hi) < target) {
      lo = hi;
      hi *= 2;
    }
  }
  for (let i = 0; i < 1100 && hi - lo > 2 * Number.EPSILON * Math.abs(hi); i++) {
    const tiny = lo === 0 && hi < 1 ? hi / 1024 : 0;
    const middle = tiny > 0 && f(tiny) >= target ? tiny : (lo + hi) / 2;
    if (f(middle) < target) lo = middle;
    else hi = middle;
  }
  return (lo + hi) / 2;
}
