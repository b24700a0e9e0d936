import type {Named} from "../ledger/claim.js";

/** What a document calls the fields of a case. */
const symbols: Readonly<Record<string, string>> = {
  angle: "φ",
  batchSize: "b",
  curvature: "k",
  datasetSize: "n",
  dimension: "d",
  eta: "η",
  eta0: "η₀",
  halfWidth: "δ",
  kappa: "κ",
  learningRate: "λ",
  momentum: "µ",
  nu: "ν",
  power: "p",
  samples: "n",
  steps: "T",
  temperature: "τ"
};

/**
 * Cases with a name made of the numbers and words that each holds: `n = 6, b = 4`. A field has the
 * document's symbol where it has one, else its own name; a `name` that is there already comes first;
 * lists and matrices are not named.
 *
 * @example named([{n: 6, b: 4}])[0].name // "n = 6, b = 4"
 */
export const named = <Case extends object>(cases: readonly Case[]): readonly (Case & Named)[] =>
  cases.map(each => ({...each, name: nameOf(each)}));

function nameOf(each: object): string {
  const {name, ...fields} = each as Record<string, unknown>;
  const parts = Object.entries(fields).flatMap(([field, value]) =>
    typeof value === "number"
      ? [`${symbols[field] ?? field} = ${shown(value)}`]
      : typeof value === "string"
        ? [value]
        : []
  );
  return [...(typeof name === "string" ? [name] : []), ...parts].join(", ");
}

const shown = (x: number): string =>
  String(Number.isInteger(x) ? x : Number(x.toPrecision(6))).replace("-", "−");

/**
 * Every combination of the values of some fields, the last one fastest, with its name.
 *
 * @example grid({n: [4, 6], b: [1, 2]}).map(({name}) => name)[1] // "n = 4, b = 2"
 */
export function grid<Values extends Readonly<Record<string, readonly unknown[]>>>(
  values: Values
): readonly ({readonly [Field in keyof Values]: Values[Field][number]} & Named)[] {
  const all = Object.entries(values).reduce<Record<string, unknown>[]>(
    (some, [field, each]) => some.flatMap(one => each.map(value => ({...one, [field]: value}))),
    [{}]
  );
  return named(all) as unknown as readonly ({
    readonly [Field in keyof Values]: Values[Field][number];
  } & Named)[];
}
