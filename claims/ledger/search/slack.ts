import type {Criterion} from "../claim.js";
import type {Outcome} from "../compare.js";

/**
 * How near a bound came to equality: the larger side over the smaller one, 1 where they meet, below 1 where
 * the bound is broken, Infinity where the sides differ in sign or the smaller is 0.
 *
 *     slack = (1 − s)/(1 + s),  s = excess/(|predicted| + |measured|)
 */
export function slackOf(
  kind: "atLeast" | "atMost",
  {predicted, measured}: Pick<Outcome, "predicted" | "measured">
): number {
  const excess = kind === "atMost" ? measured - predicted : predicted - measured;
  const size = Math.abs(predicted) + Math.abs(measured);
  const s = size === 0 ? 0 : excess / size;
  return (1 - s) / (1 + s);
}

/** Beyond this a bound is loose: its check would not notice a smaller constant. */
export const loose = 10;

export const isBound = (
  criterion: Criterion
): criterion is Extract<Criterion, {kind: "atLeast" | "atMost"}> =>
  criterion.kind === "atLeast" || criterion.kind === "atMost";
