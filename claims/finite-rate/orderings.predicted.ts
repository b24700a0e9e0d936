import {optimisers, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** Σ − Σ_c has no negative eigenvalue. */
export const notBelow = (): Numbers => ({"least eigenvalue over Tr Σ_c": [0]});

/** Neither ratio is below one. */
export const larger = (): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair => optimisers.map(({momentum}) => [`${pair.name}, µ = ${momentum}`, [1, 1]]))
  );
