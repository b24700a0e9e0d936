import type {ClaimEvidence} from "./ledger/claimEvidence.js";

/**
 * Claims that hold by the way in which a document sets itself up: names, numbers of samples, a recursion written out,
 * pointers to other lines. They are checked like the others and counted apart.
 */
export const bookkeeping: ReadonlySet<string> = new Set([
  "FG-MainRes/identification",
  "FG-MainRes/pointers",
  "FG-Eq8",
  "FG-Ass3.9",
  "FG-Ass3.10",
  "FG-Tab3/samples",
  "FG-AppC/spectrum",
  "FG-AppC/rounding",
  "FG-Tab6",
  "NT-Alg1",
  "NT-1.6",
  "NT-1.7/full-batch",
  "LZU-Eq5",
  "LZU-Eq72"
]);

/** True for definitions and bookkeeping, which no headline counts. */
export const isAside = ({key, kind}: Pick<ClaimEvidence, "key" | "kind">): boolean =>
  kind === "definition" || bookkeeping.has(key);
