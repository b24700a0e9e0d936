import {inverse, Matrix} from "ml-matrix";
import type {Rows} from "../cases/matrices.js";
import type {SecondRun} from "../cases/secondOrder.js";

/** Short names for transcribing printed formulas; none changes its arguments. */
export const toMatrix = (rows: Rows): Matrix => new Matrix(rows.map(row => [...row]));
export const eye = (n: number): Matrix => Matrix.eye(n);
export const times = (first: Matrix | number, ...rest: readonly Matrix[]): Matrix =>
  typeof first === "number"
    ? Matrix.mul(
        rest.reduce((a, b) => a.mmul(b)),
        first
      )
    : rest.reduce((a, b) => a.mmul(b), first);
export const plus = (...terms: readonly Matrix[]): Matrix =>
  terms.reduce((a, b) => Matrix.add(a, b));
export const minus = (a: Matrix, b: Matrix): Matrix => Matrix.sub(a, b);
export const invert = (a: Matrix): Matrix => inverse(a);
export const entries = (a: Matrix): number[] => a.to1DArray();

/** A/Tr A. */
export const ofUnitTrace = (a: Matrix): Matrix => times(1 / a.trace(), a);

/** K and C of a problem. */
export const K = ({hessian}: {readonly hessian: Rows}): Matrix => toMatrix(hessian);
export const C = ({noise}: {readonly noise: Rows}): Matrix => toMatrix(noise);

/** (N − S)/(NS). */
export const shareOf = ({datasetSize: N, batchSize: S}: SecondRun): number => (N - S) / (N * S);
