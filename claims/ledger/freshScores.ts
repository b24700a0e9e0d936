import {
  type Claim,
  claimKey,
  isCheckable,
  type Measurement,
  type Prediction,
  type Sampled
} from "./claim.js";
import {generalForm} from "./generalForm.js";

/** A claim that a simulation of ours decides, and that simulation. */
export interface SimulatedClaim {
  readonly key: string;
  readonly predicted: Prediction;
  readonly measure: Measurement;
}

/**
 * The claims that rest on a sampled route, one for each simulation: where two claims read the same
 * runs, only the first is listed, for their scores would not be independent. Routes that no seed
 * changes, such as a document's own printed numbers, are not simulations of ours.
 */
export function simulatedClaims(claims: readonly Claim[]): SimulatedClaim[] {
  const seen = new Set<Measurement>();
  const found: SimulatedClaim[] = [];
  for (const claim of claims) {
    if (!isCheckable(claim)) continue;
    const {routes, criterion, predictions} = generalForm(claim);
    const route = routes.find(
      each => (each.criterion ?? criterion).kind === "sampled" && each.measure.length > 0
    );
    if (!route || seen.has(route.measure)) continue;
    seen.add(route.measure);
    found.push({key: claimKey(claim), predicted: predictions[0], measure: route.measure});
  }
  return found;
}

/** The first entry of a claim's first case, which was chosen before looking. */
export interface FreshEntry extends Sampled {
  readonly predicted: number;
}

/**
 * That entry, measured with another seed.
 *
 * @throws RangeError if it has no standard error
 */
export async function freshEntry(
  {key, predicted: predict, measure}: SimulatedClaim,
  seed: number
): Promise<FreshEntry> {
  const context = {seed, scale: 1};
  const [[name, [predicted]]] = Object.entries(await predict(context));
  const entry = (await measure(context))[name]?.[0];
  if (typeof entry !== "object" || !(entry.standardError > 0))
    throw new RangeError(
      `${key}: ${name} must have a standard error; got ${JSON.stringify(entry)}`
    );
  return {...entry, predicted};
}

/**
 * By how many standard errors s a measured v is above its prediction p: z = (v − p)/s, and for
 * positive quantities, of which the logarithm is nearer to normal,
 *
 *     z = log(v/p)·v/s
 *
 * Standard normal where prediction and standard error are right.
 */
export const standardScore = ({
  value,
  standardError,
  positive,
  predicted
}: Pick<FreshEntry, "value" | "standardError" | "positive" | "predicted">): number =>
  positive && value > 0 && predicted > 0
    ? (Math.log(value / predicted) * value) / standardError
    : (value - predicted) / standardError;
