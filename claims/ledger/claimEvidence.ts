import type {Item} from "../inventory.js";
import type {StatementKind} from "../statementKind.js";
import {type Criterion, isCheckable, type Method, type Weight} from "./claim.js";
import type {Outcome} from "./compare.js";
import type {ClaimResult} from "./runClaim.js";
import {slackOf} from "./search/slack.js";
import type {Verdict} from "./verdict.js";

/** One way in which a claim was checked. */
export interface RouteEvidence {
  readonly method: Method;
  readonly how: string;
  /** Each prediction against it, the expected form first. */
  readonly outcomes: readonly Outcome[];
}

/** What the ledger knows of a claim, for pages: plain data. What does not apply is null or empty. */
export interface ClaimEvidence {
  /** The id of the inventory, with the part after a slash where its statements are checked apart. */
  readonly key: string;
  readonly id: string;
  readonly document: string;
  readonly label: string;
  readonly section: string;
  readonly kind: StatementKind;
  readonly verdict: Verdict;
  /** TeX between dollars, as are the printed form, the condition and the note. */
  readonly statement: string;
  readonly assumptions: readonly string[];
  readonly note: string | null;
  /** Why there is nothing to check. */
  readonly reason: string | null;
  /** How measured and predicted were compared. */
  readonly criterion: Criterion["kind"] | null;
  readonly routes: readonly RouteEvidence[];
  /** How many fixed cases it was tried on. */
  readonly cases: number;
  /** The document's own form, every reading of it against every route. */
  readonly printed: {
    readonly formula: string;
    readonly weight: Weight;
    /** The claim at which the error is charged. */
    readonly consequenceOf: string | null;
    readonly outcomes: readonly Outcome[];
    /** The form that holds, where the printed one is furthest off; NaN where it has no such case. */
    readonly corrected: number;
  } | null;
  /** What the statement needs, and what is found without it. */
  readonly condition: {readonly text: string; readonly outcomes: readonly Outcome[]} | null;
  readonly mutant: ClaimResult["mutant"];
  readonly scaled: ClaimResult["scaled"];
  /** What drawn cases say. */
  readonly search: ClaimResult["search"];
  /** Why no cases are drawn, or why they are tamer than they could be. */
  readonly fixed: string | null;
  readonly tame: string | null;
}

/** The evidence of a claim, which is that item of the inventory. */
export function claimEvidence(
  result: ClaimResult,
  {document, label, section, kind}: Item
): ClaimEvidence {
  const {claim, key, verdict, held, refutations, corrected, cases, mutant, scaled, search} = result;
  const checked = isCheckable(claim) ? claim : null;
  const {routes = [], printed, condition} = checked ?? {};
  return {
    key,
    id: claim.id,
    document: document.id,
    label,
    section,
    kind,
    verdict,
    statement: claim.statement,
    assumptions: claim.assumptions,
    note: claim.note === undefined ? null : sentence(claim.note),
    reason: isCheckable(claim) ? null : sentence(claim.reason),
    criterion: checked?.criterion.kind ?? null,
    routes: routes.map(({method, how}, i) => ({
      method,
      how,
      outcomes: held.filter((_, k) => k % routes.length === i)
    })),
    cases,
    printed: printed
      ? {
          formula: printed.formula,
          weight: printed.weight,
          consequenceOf: printed.consequenceOf ?? null,
          outcomes: refutations,
          corrected
        }
      : null,
    condition: condition
      ? {text: sentence(condition.text), outcomes: printed ? [] : refutations}
      : null,
    mutant,
    scaled,
    search,
    fixed: checked?.fixed === undefined ? null : sentence(checked.fixed),
    tame: checked?.tame === undefined ? null : sentence(checked.tame)
  };
}

/** The expected form against the first route. */
export const leadingOutcome = ({routes}: ClaimEvidence): Outcome | undefined =>
  routes[0]?.outcomes[0];

/** The printed form, or the counterexample, against the first route. */
export const refutedOutcome = ({printed, condition}: ClaimEvidence): Outcome | undefined =>
  (printed ?? condition)?.outcomes[0];

/**
 * How near a bound came to equality, as `slackOf` says it, over fixed and drawn cases, and where.
 *
 * @returns null where nothing is bounded, or no case had sides of one sign
 */
export function leastSlackOf({
  criterion,
  routes,
  search
}: ClaimEvidence): {readonly slack: number; readonly at: string} | null {
  if (criterion !== "atLeast" && criterion !== "atMost") return null;
  const fixed = routes
    .flatMap(({outcomes}) => outcomes)
    .map(outcome => ({slack: slackOf(criterion, outcome), at: outcome.where}));
  const drawn = search ? [{slack: search.leastSlack, at: search.leastSlackAt}] : [];
  const [least] = [...fixed, ...drawn]
    .filter(({slack}) => Number.isFinite(slack))
    .sort((a, b) => a.slack - b.slack);
  return least ?? null;
}

/** The text with a full stop, unless it ends like a sentence. */
const sentence = (text: string): string => (/[.!?][”)]?$/.test(text) ? text : `${text}.`);
