import {halfVariance} from "../brute/halfVariance.js";
import type {CoarseCase, WalkCase} from "../cases/escape.js";

export const oneUpdate = ({rate, well, batch}: CoarseCase) => halfVariance(rate, well / batch);

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
