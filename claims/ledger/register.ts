import {inventoryIds} from "../inventoryIds.js";
import {type CheckedClaim, type Claim, claimKey, isCheckable} from "./claim.js";
import {RegistryError} from "./errors.js";

export interface RegisterOptions {
  /** Ids that there are to claim; the inventory's unless given. */
  readonly ids?: ReadonlySet<string>;
  /** Paths of the site's pages; not checked unless given. */
  readonly pages?: ReadonlySet<string>;
}

/**
 * The claims, once nothing is wrong with any of them.
 *
 * @throws RegistryError with the claim's id: not in the inventory, twice there, a label that another
 * claim of its document has, no mutant, a mutant that changes nothing, no measurement, a verdict other
 * than `holds` on one route alone, no reason for not being checkable, or a page that the site does not
 * have
 */
export function register(
  claims: readonly Claim[],
  {ids = inventoryIds, pages}: RegisterOptions = {}
): readonly Claim[] {
  const seen = new Map<string, Claim>();
  const labels = new Map<string, string>();
  for (const claim of claims) {
    const key = claimKey(claim);
    const refuse = (message: string): never => {
      throw new RegistryError(key, message);
    };
    if (!ids.has(claim.id)) refuse("its id is not in the inventory");
    if (seen.has(key)) refuse("its id is claimed twice; tell parts of a row apart by `part`");
    seen.set(key, claim);
    const label = `${claim.document}, ${claim.label}`;
    if (labels.has(label)) refuse(`its label is that of ${labels.get(label)}: ${claim.label}`);
    labels.set(label, key);
    if (claim.part !== undefined && !/^[a-z][a-z-]*$/.test(claim.part))
      refuse(`part must be lower-case words; got ${claim.part}`);
    if (claim.page !== null && pages && !pages.has(claim.page))
      refuse(`there is no page ${claim.page}`);
    if (isCheckable(claim)) requireEvidence(claim, refuse);
    else if (!claim.reason) refuse("it says no reason why it is not checkable");
  }
  for (const claim of claims)
    if (claim.part !== undefined && seen.has(claim.id))
      throw new RegistryError(claim.id, "it is claimed as a whole and in parts");
  return claims;
}

function requireEvidence(claim: CheckedClaim, refuse: (message: string) => never): void {
  const {mutant, routes, criterion, printed, condition} = claim;
  if (!mutant?.description) refuse("it has no mutant, so its check could not be seen to say no");
  if (!mutant.predicted && !mutant.measure) refuse("its mutant changes nothing");
  if (
    mutant.predicted === claim.predicted ||
    routes?.some(({measure}) => measure === mutant.measure)
  )
    refuse("its mutant is the claim itself");
  if (!routes?.length) refuse("it has no measurement to be held against");
  if (new Set(routes.map(({measure}) => measure)).size < routes.length)
    refuse("two of its routes are one");
  if ((printed || condition) && routes.length < 2)
    refuse("a verdict other than holds needs two independent routes; it has one");
  if (condition && condition.routes.length < 2)
    refuse("a counterexample needs two independent routes");
  if (!criterion) refuse("it does not say when predicted and measured agree");
  if (criterion.kind === "equal" && !(criterion.c > 0 && criterion.c <= 1e5))
    refuse(`c must lie in (0, 1e5]; got ${criterion.c}`);
  if (criterion.kind === "close" && !(criterion.because && criterion.relative <= 1e-3))
    refuse("a measurement that stops converging says why, and no later than at 1e-3");
}
