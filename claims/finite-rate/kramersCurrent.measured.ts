import {halfVariance} from "../brute/halfVariance.js";
import type {CoarseCase, WalkCase} from "../cases/escape.js";

/** P where the noise is the well's over P where it is the top's: a walk without drift, move by move, at rest. */
function ratioAcross({well, top}: CoarseCase): number {
  const sites = 12;
  const scale = 0.4 / Math.max(well, top);
  const moves = Array.from({length: sites}, (_, i) => scale * (2 * i < sites ? well : top));
  let law = moves.map(() => 1 / sites);
  for (let t = 0; t < 20_000; t++)
    law = law.map(
      (p, i) =>
        p * (1 - 2 * moves[i]) +
        [1, sites - 1].reduce((sum, k) => {
          const from = (i + k) % sites;
          return sum + law[from] * moves[from];
        }, 0)
    );
  return law[2] / law[sites - 3];
}

/** Half the variance of an update in the well, and the ratio. */
export const updateAndRatio = (c: CoarseCase) => [
  halfVariance(c.rate, c.well / c.batch),
  ratioAcross(c)
];

/** One over the mean number of moves until the walk leaves, by what is left of it move by move. */
export const exitRate = ({sites, up, down}: WalkCase) => {
  let law: number[] = Array.from({length: sites}, (_, i) => (i === 0 ? 1 : 0));
  let mean = 0;
  for (let left = 1; left > 1e-17; ) {
    mean += left;
    const before = law;
    law = before.map(
      (p, i) =>
        p * (1 - up - (i > 0 ? down : 0)) +
        (i > 0 ? up * before[i - 1] : 0) +
        (i < sites - 1 ? down * before[i + 1] : 0)
    );
    left = law.reduce((a, b) => a + b, 0);
  }
  return 1 / mean;
};
