import {optimisers, type Pair} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** What `f` makes of every pair with every rate and momentum, under their names. */
export const perOptimiser = (
  of: readonly Pair[],
  f: (pair: Pair, lambda: number, mu: number) => readonly number[]
): Numbers =>
  Object.fromEntries(
    of.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => [
        `${pair.name}, µ = ${momentum}`,
        f(pair, rateOver / pair.trace, momentum)
      ])
    )
  );
