import {type Items, inventory} from "../inventory.js";
import {
  type CheckableClaim,
  type Claim,
  type Criterion,
  claimKey,
  isCheckable,
  type Named
} from "./claim.js";
import {RegistryError} from "./errors.js";

/**
 * The claims in the order of the inventory, once nothing is wrong with any of them.
 *
 * @throws RegistryError with the claim's id: not in the inventory, twice there, a label that another
 * claim of its document has, no mutant, a mutant that changes nothing, no measurement, a verdict other
 * than `holds` on one route alone, or no reason for not being checkable; also where it is charged at
 * no other claim that could carry the correction, or is both drawn from a family and fixed
 */
export function register(claims: readonly Claim[], items: Items = inventory): readonly Claim[] {
  const seen = new Map<string, Claim>();
  const labels = new Map<string, string>();
  for (const claim of claims) {
    const key = claimKey(claim);
    const refuse = (message: string): never => {
      throw new RegistryError(key, message);
    };
    if (claim.part !== undefined && !/^[a-z][a-z-]*$/.test(claim.part))
      refuse(`part must be lower-case words; got ${claim.part}`);
    const whole = items.get(claim.id) ?? refuse("its id is not in the inventory");
    const item =
      items.get(key) ??
      refuse(
        `its part is not in the inventory; claims/${whole.document.id}/inventory.ts wants a line "${key}"`
      );
    if (seen.has(key)) refuse("its id is claimed twice; tell parts of a row apart by `part`");
    seen.set(key, claim);
    const label = `${item.document.id}, ${item.label}`;
    if (labels.has(label)) refuse(`its label is that of ${labels.get(label)}: ${item.label}`);
    labels.set(label, key);
    if (isCheckable(claim)) requireEvidence(claim, refuse);
    else if (!claim.reason) refuse("it says no reason why it is not checkable");
  }
  for (const claim of claims) requireCharge(claim, seen);
  for (const claim of claims)
    if (claim.part !== undefined && seen.has(claim.id))
      throw new RegistryError(
        claim.id,
        `it is claimed as a whole and in parts, ${claim.part} among them; the whole must be a part too`
      );
  return [...items.keys()].flatMap(key => seen.get(key) ?? []);
}

/** A consequence points to the claim that carries the correction, and to no other consequence. */
function requireCharge(claim: Claim, all: ReadonlyMap<string, Claim>): void {
  const charged = correctionOf(claim)?.consequenceOf;
  if (charged === undefined) return;
  const other = all.get(charged);
  const fault =
    (!other && "which is no claim") ||
    (other === claim && "which is itself") ||
    (other && !isCheckable(other) && "which is not checkable") ||
    (other && correctionOf(other)?.consequenceOf && "which is a consequence itself");
  if (fault) throw new RegistryError(claimKey(claim), `it is charged at ${charged}, ${fault}`);
}

const correctionOf = (claim: Claim) => (isCheckable(claim) ? claim.printed : undefined);

function requireEvidence(claim: CheckableClaim, refuse: (message: string) => never): void {
  const {mutant, routes, criterion, printed, condition} = claim;
  const cases: readonly Named[] | null = "cases" in claim ? claim.cases : null;
  const otherCases = mutant && "cases" in mutant ? mutant.cases : undefined;
  const elsewhere = condition && "cases" in condition ? condition.cases : undefined;
  for (const named of [cases, elsewhere, otherCases]) if (named) requireNames(named, refuse);
  if (!mutant?.description) refuse("it has no mutant, so its check could not be seen to say no");
  if (!mutant.predicted && !mutant.measure && !otherCases) refuse("its mutant changes nothing");
  const predictions: readonly unknown[] = [claim.predicted].flat();
  if (predictions.length === 0) refuse("it predicts nothing");
  if (new Set(predictions).size < predictions.length) refuse("two of its predictions are one");
  if (
    predictions.includes(mutant.predicted) ||
    routes?.some(({measure}) => measure === mutant.measure) ||
    (cases && otherCases === cases)
  )
    refuse("its mutant is the claim itself");
  if (!routes?.length) refuse("it has no measurement to be held against");
  if (new Set<unknown>(routes.map(({measure}) => measure)).size < routes.length)
    refuse("two of its routes are one");
  if ((printed || condition) && routes.length < 2)
    refuse("a verdict other than holds needs two independent routes; it has one");
  if (condition && (condition.routes ?? routes).length < 2)
    refuse("a counterexample needs two independent routes");
  if (!criterion) refuse("it does not say when predicted and measured agree");
  if ("search" in claim && claim.search && claim.fixed !== undefined)
    refuse("it is fixed, and yet its cases are drawn");
  for (const name of ["fixed", "tame"] as const)
    if (claim[name]?.trim() === "") refuse(`it is ${name} for no reason`);
  const search = "search" in claim ? claim.search?.criterion : undefined;
  for (const each of [criterion, ...routes.map(route => route.criterion), search])
    if (each) requireStrictness(each, refuse);
}

function requireStrictness(criterion: Criterion, refuse: (message: string) => never): void {
  if (criterion.kind === "equal" && !(criterion.c > 0 && criterion.c <= 1e5))
    refuse(`c must lie in (0, 1e5]; got ${criterion.c}`);
  if (criterion.kind === "close" && !(criterion.because && criterion.relative <= 1e-3))
    refuse("a measurement that stops converging says why, and no later than at 1e-3");
}

function requireNames(cases: readonly Named[], refuse: (message: string) => never): void {
  const names = cases.map(({name}) => name);
  if (names.length === 0) refuse("it has no cases");
  const twin = names.find((name, i) => names.indexOf(name) < i);
  if (twin !== undefined) refuse(`two of its cases have one name, ${twin}`);
}
