import type {Criterion} from "./claim.js";

/** ‖m − p‖ ≤ c·n·ε·‖m‖ in every case, n its entries. */
export const equal = (c: number): Criterion => ({kind: "equal", c});

/** m ≥ p entry by entry, up to the slack. */
export const atLeast = (slack: number): Criterion => ({kind: "atLeast", slack});

/** m ≤ p entry by entry, up to the slack. */
export const atMost = (slack: number): Criterion => ({kind: "atMost", slack});

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

/** For a covariance that damped iteration finds. */
export const iterated: Criterion = close(
  1e-7,
  "the damped iteration stops where rounding is as large as its step"
);

/** For Kramers' rate, at the barriers that these claims are tried on. */
export const highBarriers: Criterion = close(
  1e-3,
  "Kramers' rate is the limit of high barriers; here they are 28 temperatures and more"
);
