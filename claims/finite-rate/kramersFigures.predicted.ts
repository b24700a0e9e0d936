import {continuousKramersRate} from "../../lib/escape/kramersRate.js";
import {erf} from "../../lib/statistics/erf.js";
import {type BarrierCase, type CoarseCase, scalings} from "../cases/escape.js";
import {kramersArguments} from "../printed/kramersArguments.js";

export const halfWidth = (c: CoarseCase) => Math.sqrt((2 * c.height) / c.well);

export const halfWidthPrinted = (c: CoarseCase) => Math.sqrt(c.height / c.well);

export const halfWidthWide = (c: CoarseCase) => Math.sqrt((3 * c.height) / c.well);

/** The argument of erf in (23). */
export const spread = ({well, height, rate, batch}: CoarseCase) =>
  erf(Math.sqrt((batch * (2 - rate * well) * height) / (rate * well)));

export const spreadContinuous = ({well, height, rate, batch}: CoarseCase) =>
  erf(Math.sqrt((2 * batch * height) / (rate * well)));

export const unscaled = (c: BarrierCase) =>
  scalings.map(() => continuousKramersRate(kramersArguments(c)) / c.top);

export const noLess = () => scalings.slice(1).map(() => 1);

/** No value of γ/|k_b| below the one before, by either prefactor. */
export const neverFalls = () => [1, 1];
