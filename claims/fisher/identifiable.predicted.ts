import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {kicked, labelled, type ProductModel} from "../cases/identifiable.js";
import type {LogisticModel} from "../cases/problems.js";
import {eye, times, toMatrix} from "../printed/algebra.js";
import {logisticInformation} from "../printed/logisticInformation.js";

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The projector on range(H), from its eigenvectors above a tolerance. */
function onRange(h: number[][]) {
  const {values, vectors} = symmetricEigen(toMatrix(h));
  const most = values[values.length - 1];
  const kept = Array.from(values, (v, k) => (v > 1e-9 * most ? k : -1)).filter(k => k >= 0);
  const basis = toMatrix(h.map((_, i) => kept.map(k => vectors.get(i, k))));
  return times(basis, basis.transpose());
}

export const rangeOfLikelihood = (model: LogisticModel) => onRange(logisticInformation(model));

/** Everything: as many directions as parameters. */
export const everything = ({parameters}: Pick<LogisticModel, "parameters">) =>
  eye(parameters.length);

export const rangeOfLoss = () => {
  const n = kicked.samples.length;
  return onRange([
    [kicked.samples.reduce(sum => sum + 1 / n, 0), 0],
    [0, 0]
  ]);
};

/** ∇²L of ½(z − p)² + const, p = Πθ: ∂ᵢp ∂ⱼp, and for i ≠ j the miss times ∂ᵢ∂ⱼp besides. */
export const rangeOfProduct = ({parameters, truth}: ProductModel) => {
  const mean = parameters.reduce((product, x) => product * x, 1);
  return onRange(
    parameters.map((x, i) =>
      parameters.map((y, j) => (mean * (mean + (i === j ? 0 : mean - truth))) / (x * y))
    )
  );
};

const slopes = (sign: number) => () => {
  const {parameter, inputs, labels} = labelled;
  return inputs.map(x => labels.map(y => sign * (y - logistic(x * parameter)) * x));
};

/** ψ = −s, the score being (y − p)x. */
export const negativeScores = slopes(-1);
export const scores = slopes(1);

/** ψ = 2(p − y)x: the labels −1 and 1 with the formula for 0 and 1. */
export const doubledScores = slopes(-2);

/** d vᵀFv/Tr F along F's directions of least and most information. */
export const noiseShares = (model: LogisticModel) => {
  const values = Array.from(symmetricEigen(toMatrix(logisticInformation(model))).values);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [values[0] / mean, values[values.length - 1] / mean];
};

/** The other way round: most noise where there is least information. */
export const noiseSharesPrinted = (model: LogisticModel) => noiseShares(model).reverse();

export const noiseSharesEven = () => [1, 1];
