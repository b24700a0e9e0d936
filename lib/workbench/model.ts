import {Matrix, SingularValueDecomposition} from "ml-matrix";
import {describe} from "../check.js";
import {fitLogisticRegression} from "../problems/fitLogisticRegression.js";
import {fitProbitRegression} from "../problems/fitProbitRegression.js";
import {linearRegression} from "../problems/linearRegression.js";
import {logisticRegression} from "../problems/logisticRegression.js";
import {probitRegression} from "../problems/probitRegression.js";
import {argumentNames, type QuestionNames} from "./questionNames.js";
import type {GradientFile} from "./read/table.js";

/** The models that are fitted to a table of data. */
export const modelKinds = ["linear", "logistic", "probit"] as const;

/** A regression of one column of a table on the others and an intercept. */
export interface ModelQuestion {
  readonly kind: (typeof modelKinds)[number];
  /** The column that is explained, by its name; the last unless given. */
  readonly response?: string;
}

/** A table of gradients at a fit. */
export interface ModelGradients extends GradientFile {
  /** d×d, of the mean loss at the fit. */
  readonly hessian: Matrix;
  /** What was fitted, in words. */
  readonly model: string;
  /** The same for programs: the number of the column that is explained, from 0. */
  readonly fit: {readonly kind: (typeof modelKinds)[number]; readonly column: number};
  /** w, the intercept first. */
  readonly weights: readonly number[];
}

const problems = {
  linear: linearRegression,
  logistic: logisticRegression,
  probit: probitRegression
};

/**
 * Gradients of single samples, and the Hessian of their mean loss, at the maximum-likelihood fit of a regression
 *
 *     ℓᵢ(w) = φ(xᵢᵀw, yᵢ),   xᵢ = (1, the other columns of row i),   ∇L(ŵ) = 0
 *
 * with φ half the squared error, −log σ or −log Φ. The fit is made with columns of mean 0 and variance 1, and told, like
 * the gradients, in the units of the table. Groups stay with their rows.
 *
 * @throws RangeError naming the column: one that there is not, that is constant or depends on others, numbers that
 * are not finite, labels other than 0 and 1; fewer than three rows
 * @throws SeparationError where a plane parts the labels, and there is no fit
 */
export function modelGradients(
  file: GradientFile,
  {kind, response}: ModelQuestion,
  name = "the table",
  called: QuestionNames = argumentNames
): ModelGradients {
  if (!modelKinds.includes(kind))
    throw new RangeError(
      `${called.model} must be one of ${modelKinds.join(", ")}; got ${describe(kind)}`
    );
  const {rows: n, columns, data} = file;
  const names = file.names ?? Array.from({length: columns}, (_, j) => `column ${j + 1}`);
  const at = response === undefined ? columns - 1 : names.indexOf(response);
  if (response !== undefined && at !== names.lastIndexOf(response))
    throw new RangeError(
      `${called.response} must be one of the columns of ${name}; got ${response}, the name of more than one`
    );
  if (at < 0)
    throw new RangeError(
      `${called.response} must be one of the columns of ${name}, ${names.slice(0, 12).join(", ")}; got ${response}`
    );
  if (columns < 2 || n < 3)
    throw new RangeError(
      `${name} must have at least two columns and three rows for a regression; got ${columns} and ${n}`
    );
  const bad = data.findIndex(x => !Number.isFinite(x));
  if (bad >= 0)
    throw new RangeError(
      `${name} must have finite numbers for a regression; got ${data[bad]} at row ${Math.floor(bad / columns)} of ${names[bad % columns]}: drop these rows`
    );
  const y = Array.from({length: n}, (_, i) => data[i * columns + at]);
  if (kind !== "linear") checkLabels(y, names[at], kind);
  const others = [...names.keys()].filter(j => j !== at);
  const {means, spreads} = scalesOf(file, others, names);
  const standard = new Matrix(
    Array.from({length: n}, (_, i) => [
      1,
      ...others.map((j, k) => (data[i * columns + j] - means[k]) / spreads[k])
    ])
  );
  const scaled = inWordsOf({table: name, response: names[at]}, () => fitted(kind, standard, y));
  const slopes = scaled.slice(1).map((w, k) => w / spreads[k]);
  const weights = [
    slopes.reduce((intercept, w, k) => intercept - w * means[k], scaled[0]),
    ...slopes
  ];
  // Of the standardised columns: differences of large numbers would cost the gradients their digits.
  const problem = problems[kind](standard, y);
  const [back, gradients] = [unscaling(means, spreads), problem.sampleGradients(scaled)];
  const inUnits = gradients.mmul(back.transpose());
  return {
    rows: n,
    columns: others.length + 1,
    data: Float64Array.from({length: n * (others.length + 1)}, (_, k) =>
      inUnits.get(Math.floor(k / (others.length + 1)), k % (others.length + 1))
    ),
    blocks: [],
    ...(file.groups && {groups: file.groups}),
    names: ["intercept", ...others.map(j => names[j])],
    format: file.format,
    dtype: file.dtype,
    hessian: back.mmul(problem.hessian(scaled)).mmul(back.transpose()),
    model: `${kind} regression of ${names[at]} on ${others.length} ${others.length === 1 ? "column" : "columns"} and an intercept`,
    fit: {kind, column: at},
    weights
  };
}

function checkLabels(y: readonly number[], response: string, kind: string): void {
  const wrong = y.findIndex(label => label !== 0 && label !== 1);
  if (wrong >= 0)
    throw new RangeError(
      `${response} must hold 0 and 1 for a ${kind} regression; got ${y[wrong]} at row ${wrong}`
    );
}

/** Means and standard deviations of columns. Throws RangeError on one that does not vary. */
function scalesOf(
  {rows: n, columns, data}: GradientFile,
  others: readonly number[],
  names: readonly string[]
) {
  const means = others.map(j => {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += data[i * columns + j] / n;
    return mean;
  });
  const spreads = others.map((j, k) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (data[i * columns + j] - means[k]) ** 2 / n;
    const spread = Math.sqrt(sum);
    if (!(spread > 1e-12 * Math.abs(means[k])))
      throw new RangeError(
        `${names[j]} must vary: an intercept is in the model already; got ${means[k]} in every row`
      );
    return spread;
  });
  return {means, spreads};
}

/** From gradients in standardised coordinates to those in the table's: x = m + s·z, so ∂/∂w = s ∂/∂u + m ∂/∂u₀. */
function unscaling(means: readonly number[], spreads: readonly number[]): Matrix {
  const back = Matrix.eye(means.length + 1);
  for (const [k, mean] of means.entries()) {
    back.set(k + 1, k + 1, spreads[k]);
    back.set(k + 1, 0, mean);
  }
  return back;
}

/** What a fit throws, with the names of the table's columns in the place of its arguments'. */
function inWordsOf<T>(
  {table, response}: {readonly table: string; readonly response: string},
  make: () => T
): T {
  try {
    return make();
  } catch (error) {
    const fault = error as Error;
    fault.message = fault.message
      .replace(
        /^(?:columns|features) must (?:be|have) linearly independent(?: columns)?/,
        `the columns of ${table} besides ${response} must be linearly independent, also of a constant`
      )
      .replace(
        "labels must not be separable by the features",
        `${response} in ${table} must not be separable by the other columns, or there is no fit`
      );
    throw fault;
  }
}

function fitted(kind: ModelQuestion["kind"], x: Matrix, y: readonly number[]): number[] {
  if (kind === "logistic") return fitLogisticRegression(x, y).weights;
  if (kind === "probit") return fitProbitRegression(x, y).weights;
  const decomposition = new SingularValueDecomposition(x, {autoTranspose: true});
  const {diagonal} = decomposition;
  const [least, largest] = [Math.min(...diagonal), Math.max(...diagonal)];
  if (x.rows < x.columns || !(least > x.rows * Number.EPSILON * largest))
    throw new RangeError(
      `columns must be linearly independent; got singular values from ${least} to ${largest}`
    );
  return decomposition.solve(Matrix.columnVector(y as number[])).getColumn(0);
}
