import fc from "fast-check";
import {type CaseClaim, type Context, claimKey, type Named} from "../claim.js";
import type {Outcome} from "../compare.js";
import {descend} from "./climb.js";
import {caseAt, type Family, type Place} from "./family.js";
import {placesOf} from "./places.js";
import {isBound, slackOf} from "./slack.js";
import {confirms, tryCase} from "./trial.js";

/** How much is tried. */
export interface Effort {
  /** Cases that are drawn. */
  readonly cases: number;
  /** For bounds: climbs towards violation, and the steps of each. */
  readonly starts: number;
  readonly steps: number;
}

/** What the ledger spends on a claim each time. */
export const usual: Effort = {cases: 20, starts: 3, steps: 30};

/** What `--search n` spends. */
export const thorough = (cases: number): Effort => ({cases, starts: 20, steps: 200});

/** What drawn cases say of a claim. */
export interface SearchResult {
  /** Cases that were tried, those of climbs not counted. */
  readonly cases: number;
  readonly ranges: string;
  /** The smallest case found that refutes the claim, and what was found there. */
  readonly refuted: {readonly name: string; readonly outcome: Outcome} | null;
  /** For bounds, the larger side over the smaller one at their nearest, and the case; else NaN. */
  readonly leastSlack: number;
  readonly leastSlackAt: string;
  /** Whether the mutant was refused on a drawn case. */
  readonly mutantRefused: boolean;
}

/**
 * Looks for a case that refutes a claim: draws cases of its family, shrinks the first that does to the
 * smallest (dimension first), and for bounds climbs towards violation.
 *
 * @returns null for a claim without a family
 */
export async function search(
  claim: CaseClaim<Named>,
  effort: Effort,
  context: Context
): Promise<SearchResult | null> {
  if (!claim.search) return null;
  const {family, cases: fewer} = claim.search;
  const cases = Math.min(effort.cases, fewer ?? effort.cases);
  const refutations = new Map<Place, Outcome>();
  let [tried, mutantRefused] = [0, false];
  let least = {slack: Number.POSITIVE_INFINITY, at: ""};
  const attempt = async (place: Place): Promise<number> => {
    const each = caseAt(family, place);
    const {outcomes, mutantPasses} = await tryCase(claim, each, context);
    if (!mutantPasses) mutantRefused = true;
    const slack = slackIn(claim, outcomes);
    if (slack < least.slack) least = {slack, at: each.name};
    const failed = outcomes.find(({passes}) => !passes);
    if (failed && (await confirms(claim, each, context))) refutations.set(place, failed);
    return slack;
  };
  let refuted = await drawn(family, cases, context.seed, async place => {
    tried++;
    await attempt(place);
    return refutations.get(place);
  });
  const bound = isBound(claim.search.criterion ?? claim.criterion);
  if (bound && !refuted) {
    const options = {...effort, seed: context.seed, name: claimKey(claim)};
    await descend(family, attempt, options);
    // Where a climb ends, the relative slack is least; the bound may be broken on the way there.
    const [worst] = [...refutations].sort(([, a], [, b]) => excessOf(b) - excessOf(a));
    if (worst) refuted = {name: caseAt(family, worst[0]).name, outcome: worst[1]};
  }
  return {
    cases: Math.min(tried, cases),
    ranges: family.ranges,
    refuted,
    leastSlack: bound ? least.slack : Number.NaN,
    leastSlackAt: bound ? least.at : "",
    mutantRefused
  };
}

/** How far a bound is broken. */
const excessOf = ({predicted, measured}: Outcome): number => Math.abs(measured - predicted);

/** Draws cases until one is refuted, and shrinks that one. */
async function drawn(
  family: Family<Named>,
  cases: number,
  seed: number,
  refutation: (place: Place) => Promise<Outcome | undefined>
): Promise<SearchResult["refuted"]> {
  const property = fc.asyncProperty(
    placesOf(family),
    async place => (await refutation(place)) === undefined
  );
  const {counterexample} = await fc.check(property, {seed, numRuns: cases});
  if (!counterexample) return null;
  const [place] = counterexample;
  return {name: caseAt(family, place).name, outcome: (await refutation(place))!};
}

/** The least slack over what was compared; Infinity for anything but a bound. */
function slackIn(claim: CaseClaim<Named>, outcomes: readonly Outcome[]): number {
  const criterion = claim.search?.criterion ?? claim.criterion;
  if (!isBound(criterion)) return Number.POSITIVE_INFINITY;
  return Math.min(...outcomes.map(outcome => slackOf(criterion.kind, outcome)));
}
