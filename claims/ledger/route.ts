import type {Criterion, Measurement, Method, Route} from "./claim.js";

/** How a number is found, in a line; the criterion where this route agrees by another than the claim's. */
export const route = <M = Measurement>(
  method: Method,
  how: string,
  measure: M,
  criterion?: Criterion
): Route<M> => ({method, how, measure, ...(criterion && {criterion})});

/** `route` with its method, for a section that uses one again and again. */
export const by =
  (method: Method) =>
  <M = Measurement>(how: string, measure: M, criterion?: Criterion): Route<M> =>
    route(method, how, measure, criterion);

/** ‖m − p‖ ≤ relative·‖m‖, and why the measurement converges no further. */
export const close = (relative: number, because: string): Criterion => ({
  kind: "close",
  relative,
  because
});

/** Within four standard errors; and why a resolution coarser than 5 % is enough, where it is. */
export const sampled = (resolution?: string): Criterion => ({
  kind: "sampled",
  ...(resolution !== undefined && {resolution})
});

/** For cases that are drawn, where the criterion of the fixed ones allows for well-conditioned problems alone. */
export const drawn: Criterion = close(1e-7, "drawn problems lose digits by their own condition");
