import {
  type CaseClaim,
  type CaseMeasurement,
  type CheckableClaim,
  type CheckedClaim,
  type Criterion,
  type Measurement,
  type Mutant,
  type Named,
  ofCases,
  type Prediction,
  type Route
} from "./claim.js";
import {overCases} from "./overCases.js";

/** A claim in terms of functions that name their cases: one list of predictions, every default filled in. */
export interface GeneralClaim {
  readonly predictions: readonly Prediction[];
  readonly routes: readonly Route[];
  readonly criterion: Criterion;
  /** The printed form in every reading of it, by the criterion that it has. */
  readonly printed?: readonly Prediction[];
  readonly printedCriterion?: Criterion;
  readonly condition?: {
    readonly predictions: readonly Prediction[];
    readonly routes: readonly Route[];
  };
  readonly mutant: {readonly predictions: readonly Prediction[]; readonly measure: Measurement};
}

/** @returns the same for the same claim, so that measurements can be told by identity */
export function generalForm(claim: CheckableClaim): GeneralClaim {
  const perCase = ofCases(claim);
  return perCase ? fromCases(perCase) : fromNumbers(claim as CheckedClaim);
}

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

function fromNumbers(claim: CheckedClaim): GeneralClaim {
  const {predicted, printed, condition, routes, criterion, mutant} = claim;
  const predictions = list(predicted);
  return {
    predictions,
    routes,
    criterion,
    ...(printed && {printed: [printed.predicted, ...(printed.readings ?? [])]}),
    ...(printed?.criterion && {printedCriterion: printed.criterion}),
    ...(condition && {condition: {predictions: [condition.predicted], routes: condition.routes}}),
    mutant: mutated(mutant, predictions, routes[0].measure)
  };
}

function fromCases(claim: CaseClaim<Named>): GeneralClaim {
  const {cases, predicted, printed, condition, routes, criterion, mutant} = claim;
  const over = (of: readonly Route<CaseMeasurement<Named>>[], on = cases): readonly Route[] =>
    of.map(route => ({...route, measure: overCases(on, route.measure)}));
  const elsewhere = condition?.cases ?? cases;
  const dropped = mutant.cases ?? cases;
  return {
    predictions: list(predicted).map(of => overCases(cases, of)),
    routes: over(routes),
    criterion,
    ...(printed && {
      printed: [printed.predicted, ...(printed.readings ?? [])].map(of => overCases(cases, of))
    }),
    ...(printed?.criterion && {printedCriterion: printed.criterion}),
    ...(condition && {
      condition: {
        predictions: [overCases(elsewhere, condition.predicted ?? list(predicted)[0])],
        routes: over(condition.routes ?? routes, elsewhere)
      }
    }),
    mutant: mutated(
      {
        ...mutant,
        predicted: mutant.predicted && overCases(dropped, mutant.predicted),
        measure: mutant.measure && overCases(dropped, mutant.measure)
      },
      list(predicted).map(of => overCases(dropped, of)),
      overCases(dropped, routes[0].measure)
    )
  };
}

const mutated = (
  {predicted, measure}: Mutant,
  predictions: readonly Prediction[],
  measured: Measurement
) => ({
  predictions: predicted ? [predicted] : predictions.slice(0, 1),
  measure: measure ?? measured
});
