import {meanSojourn} from "../../lib/sampling/finiteQueue.js";
import type {costs, finiteRuns, loads} from "../cases/queues.js";

type Cost = (typeof costs)[number];
type Run = (typeof finiteRuns)[number];
type Load = (typeof loads)[number];

/** 1 + c^{−1/2} and 2c^{3/2}. */
export const atRest = ({cost: c}: Cost) => [1 + 1 / Math.sqrt(c), 2 * c * Math.sqrt(c)];

/** With half of the curvature. */
export const atRestHalved = ({cost: c}: Cost) => [1 + 1 / Math.sqrt(c), c * Math.sqrt(c)];

/** (1/n) Σ (E Lₖ + 1)/μ from the chain of those present. */
export const finiteMean = ({rate, customers}: Run) => meanSojourn({rate: 1}, customers, rate).value;

/** 1/(μ − 1), as if the queue were at rest. */
export const meanAtRest = ({rate}: Run) => 1 / (rate - 1);

/** Its derivative by μ. */
export const finiteSlope = ({rate, customers}: Run) =>
  meanSojourn({rate: 1}, customers, rate).slope;

/** (2 + 5ρ − 4ρ² + ρ³)/((2 − ρ)(1 − ρ)²). */
export const dependence = ({load: r}: Load) =>
  (2 + 5 * r - 4 * r * r + r * r * r) / ((2 - r) * (1 - r) * (1 - r));

/** 1, as if waits were independent. */
export const independence = (_: Load) => 1;
