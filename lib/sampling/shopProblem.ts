import type {UniformSource} from "../random/source.js";
import {
  categories,
  pizzaShop,
  type ShopCosts,
  type ShopDemand,
  type ShopYear
} from "./pizzaShop.js";
import type {SamplingProblem} from "./samplingProblem.js";

/**
 * Where a shop begins: with the orders that would have served the year before, its means, moved into the budget; or
 * with an equal share for each product.
 */
export type ShopStart = "last year" | "equal shares";

/**
 * The shop's orders of one year as a problem to sample. A call is one day's demand. Where demand consists
 * of recorded days f has no Hessian, and that of the laws of the weekdays stands in its place.
 */
export function shopProblem(
  years: {readonly now: ShopYear; readonly before: ShopYear},
  kind: ShopDemand,
  costs: ShopCosts,
  start: ShopStart = "last year"
): SamplingProblem {
  const shop = pizzaShop(years.now, kind, costs);
  const {minimum} = shop;
  const least = shop.risk(minimum);
  const smooth = kind === "laws" ? shop : pizzaShop(years.now, "laws", costs);
  const days = years.before.sold;
  const means = categories.map((_, i) => days.reduce((sum, day) => sum + day[i], 0) / days.length);
  return {
    name: `orders, ${kind}`,
    dimension: shop.dimension,
    start: start === "last year" ? shop.coordinates(means) : minimum.map(() => 0),
    project: shop.project,
    open: (stream: UniformSource) => ({
      gradients(theta, count, out) {
        out.fill(0, 0, count * shop.dimension);
        shop.addGradients(theta, stream, count, out, true);
      }
    }),
    excess: theta => shop.risk(theta) - least,
    optimum: minimum,
    hessian: smooth.hessian(smooth.coordinates(shop.orders(minimum))),
    noise: shop.noise(minimum)
  };
}
