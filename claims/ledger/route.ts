import type {Criterion, Measurement, Method, Route} from "./claim.js";

/** How a number is found, in a line; the criterion where this route agrees by another than the claim's. */
const by =
  (method: Method) =>
  <M = Measurement>(how: string, measure: M, criterion?: Criterion): Route<M> => ({
    method,
    how,
    measure,
    ...(criterion && {criterion})
  });

export const enumeration = by("enumeration");
export const augmented = by("augmented recursion");
export const direct = by("direct recursion");
export const quadrature = by("quadrature");
export const bisection = by("bisection");
export const minimisation = by("minimisation");
export const simulation = by("simulation");
export const identity = by("identity");
