import type {
  CaseMeasurement,
  CasePrediction,
  Context,
  Measurement,
  Named,
  Prediction,
  Sampled,
  Value
} from "./claim.js";

type OfCase = CasePrediction<never> | CaseMeasurement<never>;

const lifted = new WeakMap<OfCase, WeakMap<readonly Named[], Measurement>>();

/**
 * A function of one case as a function that names all cases. The same function over the same cases is the
 * same in return, so that what two claims measure is measured once, and known for one measurement.
 */
export function overCases<Case extends Named>(
  cases: readonly Case[],
  of: CasePrediction<Case>
): Prediction;
export function overCases<Case extends Named>(
  cases: readonly Case[],
  of: CaseMeasurement<Case>
): Measurement;
export function overCases<Case extends Named>(
  cases: readonly Case[],
  of: CaseMeasurement<Case>
): Measurement {
  let byCases = lifted.get(of);
  if (!byCases) lifted.set(of, (byCases = new WeakMap()));
  let all = byCases.get(cases);
  if (!all) byCases.set(cases, (all = lift(cases, of)));
  return all;
}

function lift<Case extends Named>(cases: readonly Case[], of: CaseMeasurement<Case>): Measurement {
  const run = async (context: Context) => {
    const all: [string, readonly (number | Sampled)[]][] = [];
    for (const each of cases) all.push([each.name, entriesOf(await of(each, context))]);
    return Object.fromEntries(all) as Awaited<ReturnType<Measurement>>;
  };
  // A function without a context is no simulation: `freshScores` tells them apart by what they take.
  return of.length > 1 ? context => run(context) : () => run({seed: 0, scale: 1});
}

/** The numbers of a value, one after another. */
function entriesOf(value: Value | Sampled | readonly Sampled[]): readonly (number | Sampled)[] {
  if (typeof value === "number" || "value" in value) return [value];
  if ("to1DArray" in value) return value.to1DArray();
  return value.flatMap(entriesOf);
}
