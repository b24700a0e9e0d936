import {continuousKramersRate, kramersRate} from "../../lib/escape/kramersRate.js";
import {erf} from "../../lib/statistics/erf.js";
import type {BarrierCase, CoarseCase} from "../cases/escape.js";
import {kramersArguments} from "../printed/kramersArguments.js";

export const kramers = (c: CoarseCase) => kramersRate(kramersArguments(c));

const prefactors = (f: (stiffness: number, inside: number) => number) => (c: CoarseCase) => {
  const {well, top, height, rate, batch, split} = c;
  const stiffness = 2 - rate * well;
  const inside = erf(Math.sqrt((batch * stiffness * height) / (rate * well)));
  const exponent =
    ((2 * batch * height) / rate) * ((split * (1 - (rate * well) / 2)) / well + (1 - split) / top);
  return (top / (2 * Math.PI)) * f(stiffness, inside) * Math.exp(-exponent);
};

/** (23) = (71) as it stands. */
export const kramersPrinted = prefactors((s, inside) => Math.sqrt(2 / s) * inside);

/** The root put right alone. */
export const kramersTimesErf = prefactors((s, inside) => Math.sqrt(s / 2) * inside);

export const continuousRate = (c: BarrierCase) => continuousKramersRate(kramersArguments(c));

/** With the geometric mean of the curvatures, as for one temperature. */
export const oneTemperature = (c: BarrierCase) =>
  continuousKramersRate(kramersArguments(c)) * Math.sqrt(c.well / c.top);

/** With the well's curvature in front. */
export const insideRate = (c: BarrierCase) =>
  (continuousKramersRate(kramersArguments(c)) * c.well) / c.top;
