import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {newsvendor} from "../cases/setup.js";
import type {Context, Named} from "../ledger/claim.js";

const draws = 400_000;

/** Differences of simulated costs at θ ± ¼ with the same demand: their mean is the slope of E h. */
function commonDemands(
  id: string,
  {seed}: Context,
  range: number,
  at: readonly number[],
  cost: (order: number, demand: number) => number
) {
  return at.map(order => {
    const source = uniforms({seed, experiment: `claim ${id}`, cell: `${order}`, replicate: 0});
    const values = new Float64Array(draws);
    for (let k = 0; k < draws; k++) {
      const demand = range * source.next();
      values[k] = (cost(order + 0.25, demand) - cost(order - 0.25, demand)) / 0.5;
    }
    return sampled(values);
  });
}

export const simulatedCosts = (_: Named, context: Context) => {
  const {overage, underage, range} = newsvendor;
  return commonDemands("FG-Eq1", context, range, newsvendor.orders, (order, demand) =>
    order > demand ? overage * (order - demand) : underage * (demand - order)
  );
};

/** The slope just above each demand less that just below it, over the spacing; growth as that is halved. */
export function slopeChanges() {
  const {overage, underage, orders} = newsvendor;
  const slope = (order: number, demand: number) => (order > demand ? overage : -underage);
  const largest = (s: number) =>
    Math.max(...orders.map(demand => (slope(demand + s, demand) - slope(demand - s, demand)) / s));
  const [wide, half, quarter] = [0.1, 0.05, 0.025].map(largest);
  return [half / wide, quarter / half];
}
