import {type ClaimEvidence, refutedOutcome} from "../../claims/ledger/claimEvidence.js";
import {percent} from "../../src/components/format.js";

/** Largest relative difference that is rounding, or the end of an iteration. */
const rounding = 1e-6;

/**
 * In what way the printed form, or what is said without its condition, differs from what was measured, in a word or
 * two: that does not depend on which of many cases is the worst. Empty where nothing was refuted.
 *
 * @example offBy(row) // "opposite sign", "inverted", "factor 2"
 */
export function offBy(row: Pick<ClaimEvidence, "criterion" | "printed" | "condition">): string {
  const outcome = refutedOutcome(row as ClaimEvidence);
  if (!outcome) return "";
  const {predicted: p, measured: m, deviation} = outcome;
  if (row.criterion === "atLeast" || row.criterion === "atMost") return "bound broken";
  if (p * m < 0) return "opposite sign";
  if (Math.abs(p) < rounding * Math.abs(m)) return "not zero";
  if (Math.abs(m) < rounding * Math.abs(p)) return "zero";
  if (Math.abs(p * m - 1) < rounding) return "inverted";
  const factor = simpleFactor(p / m);
  if (factor) return `factor ${factor}`;
  return deviation < 0.1 ? `off by ${percent(deviation)}` : "a different value";
}

/** A ratio of small whole numbers as text; undefined of any other. */
function simpleFactor(ratio: number): string | undefined {
  for (let below = 1; below <= 6; below++) {
    const above = Math.round(ratio * below);
    if (above > 0 && above <= 16 && Math.abs((ratio * below) / above - 1) < rounding)
      return below === 1 ? String(above) : `${above}/${below}`;
  }
  return undefined;
}
