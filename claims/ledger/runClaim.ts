import {
  type Claim,
  type Context,
  claimKey,
  isCheckable,
  type Measurement,
  type Method,
  type Numbers,
  ofCases,
  type Prediction,
  type Route,
  type Samples
} from "./claim.js";
import {compare, type Outcome, valueAt} from "./compare.js";
import {VerdictError} from "./errors.js";
import {type GeneralClaim, generalForm} from "./generalForm.js";
import {scalingFactor} from "./scalingFactor.js";
import {type Effort, type SearchResult, search, usual} from "./search/search.js";
import {decide, type Verdict} from "./verdict.js";

/** A claim's verdict with the numbers that it follows from. Numbers that do not apply are NaN. */
export interface ClaimResult extends Pick<Outcome, "where"> {
  readonly key: string;
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly methods: readonly Method[];
  /** How many fixed cases it was tried on. */
  readonly cases: number;
  /** The expected form against the first route. */
  readonly predicted: number;
  readonly measured: number;
  readonly standardError: number;
  readonly tolerance: number;
  readonly deviation: number;
  readonly z: number;
  readonly resolution: number;
  /** Every prediction against every route: all routes of the first, then of the next. */
  readonly held: readonly Outcome[];
  /** The first prediction against the second route, if there is one. */
  readonly second: Outcome | null;
  /** Every reading of the printed form, or the counterexample, against every route; empty without one. */
  readonly refutations: readonly Outcome[];
  /** The first of them. */
  readonly refuted: Outcome | null;
  /** The expected form there, where it has that case. */
  readonly corrected: number;
  readonly mutant: {readonly description: string; readonly rejected: boolean} | null;
  /** A prediction 5 % too large; null where bounds, not numbers, are compared. */
  readonly scaled: {readonly factor: number; readonly rejected: boolean} | null;
  /** What drawn cases say; null for a claim without a family of them. */
  readonly search: SearchResult | null;
}

/**
 * Runs a claim's checks and derives its verdict from what they return.
 *
 * @throws EvidenceError if what is computed is no evidence; VerdictError if it allows no verdict,
 * or if the mutant, or the prediction 5 % too large, passes, or a drawn case refutes the claim
 */
export async function runClaim(
  claim: Claim,
  context: Context,
  effort: Effort = usual
): Promise<ClaimResult> {
  if (!isCheckable(claim)) return uncheckable(claim);
  const key = claimKey(claim);
  const form = generalForm(claim);
  const {routes, predictions, printed, condition, mutant} = form;
  const computed = new Map<Prediction | Measurement, Promise<Numbers | Samples>>();
  const compute = <N>(f: (context: Context) => N | Promise<N>): Promise<N> => {
    const known = computed.get(f as Measurement);
    if (known) return known as Promise<N>;
    const numbers = Promise.resolve(f(context));
    computed.set(f as Measurement, numbers as Promise<Numbers | Samples>);
    return numbers;
  };
  const against = async (
    prediction: Prediction,
    {measure, criterion}: Pick<Route, "measure" | "criterion">,
    factor = 1
  ): Promise<Outcome> =>
    compare(
      key,
      criterion ?? form.criterion,
      scaled(await compute(prediction), factor),
      await compute(measure)
    );
  const onAll = async (
    all: readonly Prediction[],
    on: readonly Pick<Route, "measure" | "criterion">[]
  ): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const prediction of all)
      for (const route of on) outcomes.push(await against(prediction, route));
    return outcomes;
  };

  const held = await onAll(predictions, routes);
  const own = form.printedCriterion ? {criterion: form.printedCriterion} : {};
  const refuted = printed
    ? await onAll(
        printed,
        routes.map(route => ({...route, ...own}))
      )
    : condition
      ? await onAll(condition.predictions, condition.routes)
      : null;
  const expected = await compute(predictions[0]);
  const corrected = refuted ? valueAt(expected, refuted[0]) : Number.NaN;
  const verdict = decide(key, held, printed ? "corrected" : "conditional", refuted, routes.length);
  const [changed] = await onAll(mutant.predictions, [{measure: mutant.measure}]);
  if (changed.passes) throw new VerdictError(key, `its mutant passes: ${claim.mutant.description}`);
  const larger = await scaledUp(form, (prediction, factor) =>
    against(prediction, routes[0], factor)
  );
  if (larger && !larger.rejected)
    throw new VerdictError(key, `it does not notice a prediction ${larger.factor} times as large`);
  const perCase = ofCases(claim);
  const searched = perCase && (await search(perCase, effort, context));
  if (searched?.refuted) throw new VerdictError(key, refutation(searched.refuted));
  const {where, predicted, measured, standardError, tolerance, deviation, z, resolution} = held[0];
  return {
    key,
    claim,
    verdict,
    methods: routes.map(({method}) => method),
    cases: Object.keys(expected).length,
    where,
    predicted,
    measured,
    standardError,
    tolerance,
    deviation,
    z,
    resolution,
    held,
    second: routes.length > 1 ? held[1] : null,
    refutations: refuted ?? [],
    refuted: refuted?.[0] ?? null,
    corrected,
    mutant: {description: claim.mutant.description, rejected: !changed.passes},
    scaled: larger,
    search: searched
  };
}

const refutation = ({name, outcome}: NonNullable<SearchResult["refuted"]>): string =>
  `a drawn case refutes it, ${name}: predicted ${outcome.predicted}, measured ${outcome.measured}, tolerance ${outcome.tolerance}`;

const scaled = (numbers: Numbers, factor: number): Numbers =>
  factor === 1
    ? numbers
    : Object.fromEntries(
        Object.entries(numbers).map(([name, values]) => [name, values.map(x => factor * x)])
      );

/** A claim whose numbers resolve less than 5 % is scaled by 1 + f instead; each of its predictions is. */
async function scaledUp(
  {criterion, predictions}: GeneralClaim,
  check: (prediction: Prediction, factor: number) => Promise<Outcome>
): Promise<ClaimResult["scaled"]> {
  if (criterion.kind === "atLeast" || criterion.kind === "atMost") return null;
  const {resolution} = await check(predictions[0], 1);
  const factor = resolution > scalingFactor - 1 ? 1 + resolution : scalingFactor;
  const outcomes = await Promise.all(predictions.map(prediction => check(prediction, factor)));
  return {factor, rejected: outcomes.every(({passes}) => !passes)};
}

function uncheckable(claim: Claim): ClaimResult {
  return {
    key: claimKey(claim),
    claim,
    verdict: "not checkable",
    methods: [],
    cases: 0,
    where: "",
    predicted: Number.NaN,
    measured: Number.NaN,
    standardError: Number.NaN,
    tolerance: Number.NaN,
    deviation: Number.NaN,
    z: Number.NaN,
    resolution: Number.NaN,
    held: [],
    second: null,
    refutations: [],
    refuted: null,
    corrected: Number.NaN,
    mutant: null,
    scaled: null,
    search: null
  };
}
