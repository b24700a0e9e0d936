import {
  type CheckedClaim,
  type Claim,
  type Context,
  type Criterion,
  claimKey,
  isCheckable,
  type Measurement,
  type Method,
  type Numbers,
  type Prediction,
  type Route,
  type Samples
} from "./claim.js";
import {compare, type Outcome} from "./compare.js";
import {VerdictError} from "./errors.js";
import {decide, type Verdict} from "./verdict.js";

/** A claim's verdict with the numbers that it follows from. Numbers that do not apply are NaN. */
export interface ClaimResult extends Pick<Outcome, "where"> {
  readonly key: string;
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly methods: readonly Method[];
  /** The expected form against the first route. */
  readonly predicted: number;
  readonly measured: number;
  readonly standardError: number;
  readonly tolerance: number;
  readonly deviation: number;
  readonly z: number;
  readonly resolution: number;
  /** The same against the second route, if there is one. */
  readonly second: Outcome | null;
  /** The printed form, or the counterexample, against the first route. */
  readonly refuted: Outcome | null;
  readonly mutant: {readonly description: string; readonly rejected: boolean} | null;
  /** A prediction 5 % too large; null where bounds, not numbers, are compared. */
  readonly scaled: {readonly factor: number; readonly rejected: boolean} | null;
}

/** By how much a prediction is scaled to see that the check would notice. */
const scalingFactor = 1.05;

/**
 * Runs a claim's checks and derives its verdict from what they return.
 *
 * @throws EvidenceError if what is computed is no evidence; VerdictError if it allows no verdict,
 * or if the mutant, or the prediction 5 % too large, passes
 */
export async function runClaim(claim: Claim, context: Context): Promise<ClaimResult> {
  if (!isCheckable(claim)) return uncheckable(claim);
  const key = claimKey(claim);
  const measured = new Map<Measurement, Promise<Numbers | Samples>>();
  const measure = (measurement: Measurement) => {
    let numbers = measured.get(measurement);
    if (!numbers) {
      numbers = Promise.resolve(measurement(context));
      measured.set(measurement, numbers);
    }
    return numbers;
  };
  const against = async (
    prediction: Prediction,
    route: Pick<Route, "measure" | "criterion">
  ): Promise<Outcome> =>
    compare(
      key,
      route.criterion ?? claim.criterion,
      await prediction(context),
      await measure(route.measure)
    );
  const onAll = (prediction: Prediction, routes: readonly Route[]) =>
    Promise.all(routes.map(route => against(prediction, route)));

  const held = await onAll(claim.predicted, claim.routes);
  const refuted = claim.printed
    ? await Promise.all(
        [claim.printed.predicted, ...(claim.printed.readings ?? [])].map(reading =>
          onAll(
            reading,
            claim.routes.map(route => ({...route, ...ownCriterion(claim.printed!)}))
          )
        )
      ).then(readings => readings.flat())
    : claim.condition
      ? await onAll(claim.condition.predicted, claim.condition.routes)
      : null;
  const verdict = decide(key, held, claim.printed ? "corrected" : "conditional", refuted);
  const mutant = await against(claim.mutant.predicted ?? claim.predicted, {
    measure: claim.mutant.measure ?? claim.routes[0].measure
  });
  if (mutant.passes) throw new VerdictError(key, `its mutant passes: ${claim.mutant.description}`);
  const scaled = await scaledUp(claim, context, prediction => against(prediction, claim.routes[0]));
  if (scaled && !scaled.rejected)
    throw new VerdictError(key, `it does not notice a prediction ${scaled.factor} times as large`);
  const {where, predicted, standardError, tolerance, deviation, z, resolution} = held[0];
  return {
    key,
    claim,
    verdict,
    methods: claim.routes.map(({method}) => method),
    where,
    predicted,
    measured: held[0].measured,
    standardError,
    tolerance,
    deviation,
    z,
    resolution,
    second: held[1] ?? null,
    refuted: refuted?.[0] ?? null,
    mutant: {description: claim.mutant.description, rejected: !mutant.passes},
    scaled
  };
}

const ownCriterion = ({criterion}: {readonly criterion?: Criterion}) =>
  criterion ? {criterion} : {};

/** A claim whose numbers resolve less than 5 % is scaled by 1 + f instead. */
async function scaledUp(
  {criterion, predicted}: CheckedClaim,
  context: Context,
  check: (prediction: Prediction) => Promise<Outcome>
): Promise<ClaimResult["scaled"]> {
  if (criterion.kind === "atLeast" || criterion.kind === "atMost") return null;
  const {resolution} = await check(predicted);
  const factor = resolution > scalingFactor - 1 ? 1 + resolution : scalingFactor;
  const larger = Object.entries(await predicted(context)).map(([name, values]) => [
    name,
    values.map(x => factor * x)
  ]);
  const {passes} = await check(() => Object.fromEntries(larger));
  return {factor, rejected: !passes};
}

function uncheckable(claim: Claim): ClaimResult {
  return {
    key: claimKey(claim),
    claim,
    verdict: "not checkable",
    methods: [],
    where: "",
    predicted: Number.NaN,
    measured: Number.NaN,
    standardError: Number.NaN,
    tolerance: Number.NaN,
    deviation: Number.NaN,
    z: Number.NaN,
    resolution: Number.NaN,
    second: null,
    refuted: null,
    mutant: null,
    scaled: null
  };
}
