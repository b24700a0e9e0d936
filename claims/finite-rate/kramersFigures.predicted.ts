import {continuousKramersRate} from "../../lib/escape/kramersRate.js";
import {erf} from "../../lib/statistics/erf.js";
import {barriers, coarseBarriers, rescaled, scalings} from "../cases/escape.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";
import {kramersArguments} from "../printed/kramersArguments.js";

export const halfWidth = () => perCase(coarseBarriers, c => [Math.sqrt((2 * c.height) / c.well)]);

export const halfWidthPrinted = () => perCase(coarseBarriers, c => [Math.sqrt(c.height / c.well)]);

export const halfWidthWide = () =>
  perCase(coarseBarriers, c => [Math.sqrt((3 * c.height) / c.well)]);

/** The argument of erf in (23). */
export const spread = () =>
  perCase(coarseBarriers, ({well, height, rate, batch}) => [
    erf(Math.sqrt((batch * (2 - rate * well) * height) / (rate * well)))
  ]);

export const spreadContinuous = () =>
  perCase(coarseBarriers, ({well, height, rate, batch}) => [
    erf(Math.sqrt((2 * batch * height) / (rate * well)))
  ]);

export const unscaled = () =>
  perCase(barriers, c => scalings.map(() => continuousKramersRate(kramersArguments(c)) / c.top));

export const noLess = (): Numbers => perCase(rescaled.paths, () => scalings.slice(1).map(() => 1));
