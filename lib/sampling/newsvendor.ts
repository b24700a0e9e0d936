import type {UniformSource} from "../random/source.js";
import {budgetPlane} from "./budgetPlane.js";
import type {Demand} from "./demand.js";

/** What one unit of a product costs when it is missing, and when it is left over. */
export interface Product {
  /** p: the margin that is lost on a unit that is asked for in vain. */
  readonly underage: number;
  /** h: what is lost on a unit that nobody asks for. */
  readonly overage: number;
  /** c: what a unit takes of the budget. */
  readonly cost: number;
}

/** Orders for several products out of one budget, in the coordinates θ of the plane that spends it. */
export interface Newsvendor {
  /** d − 1. */
  readonly dimension: number;
  /** U, d × (d − 1): how the orders move with θ. */
  readonly directions: readonly (readonly number[])[];
  /** θ⋆, the least mean cost in the plane. */
  readonly minimum: readonly number[];
  /** The orders x at θ, one for each product. */
  orders(theta: ArrayLike<number>): number[];
  /** Moves θ to the nearest orders of the budget of which none is negative, in place. */
  project(theta: Float64Array): void;
  /** θ of orders within the budget. */
  coordinates(orders: ArrayLike<number>): number[];
  /** f(θ), the mean cost of a day. */
  risk(theta: ArrayLike<number>): number;
  /** ∇f(θ). */
  gradient(theta: ArrayLike<number>): number[];
  /** ∇²f(θ) = Uᵀ diag((pᵢ + hᵢ) times the density of Dᵢ at xᵢ) U; NaN where there is no density. */
  hessian(theta: ArrayLike<number>): number[][];
  /** G(θ), the covariance of one day's gradient. */
  noise(theta: ArrayLike<number>): number[][];
  /** Adds the gradients of `count` days to a list, all of them to its first entries, or each to a row of its own. */
  addGradients(
    theta: ArrayLike<number>,
    source: UniformSource,
    count: number,
    to: Float64Array,
    apart?: boolean
  ): void;
}

/**
 * The newsvendor's problem for d ≥ 2 products that share a budget B
 *
 *     f = E Σᵢ [pᵢ (Dᵢ − xᵢ)₊ + hᵢ (xᵢ − Dᵢ)₊],   cᵀx = B,   x = x₀ + Uθ
 *     ψ(θ) = Uᵀ( (pᵢ + hᵢ) 1{Dᵢ ≤ xᵢ} − pᵢ )ᵢ
 *     G = UᵀAU,   Aᵢⱼ = (pᵢ + hᵢ)(pⱼ + hⱼ) [P(Dᵢ ≤ xᵢ, Dⱼ ≤ xⱼ) − P(Dᵢ ≤ xᵢ) P(Dⱼ ≤ xⱼ)]
 *
 * One day's gradient ψ jumps where demand meets the order, and is constant elsewhere: the second derivative of a
 * day's cost is zero almost everywhere, and its mean is not the Hessian. θ⋆ is found by bisection of the price of
 * the budget; where demand consists of recorded days, the last product that has several best orders takes the rest.
 *
 * @throws RangeError where there are not as many products as demands, or costs and budget are not positive
 */
export function newsvendor(
  products: readonly Product[],
  demand: Demand,
  budget: number
): Newsvendor {
  const d = products.length;
  if (d !== demand.products)
    throw new RangeError(`products must be ${demand.products}, one for each demand; got ${d}`);
  const plane = budgetPlane(
    products.map(({cost}) => cost),
    budget
  );
  const {directions} = plane;
  const both = products.map(({underage, overage}) => underage + overage);
  const moves = Float64Array.from(directions.flat());
  const over = Float64Array.from(products, ({overage}) => overage);
  const under = Float64Array.from(products, ({underage}) => -underage);
  const x = new Float64Array(d);
  const day = new Float64Array(d);
  const indices = products.map((_, i) => i);
  const axes = indices.slice(1).map((_, k) => k);
  const below = (i: number) => demand.joint(i, i, x[i], x[i]);
  /** Uᵀ M U. */
  const within = (M: readonly (readonly number[])[]) =>
    axes.map(k =>
      axes.map(l =>
        indices.reduce(
          (sum, i) =>
            sum + indices.reduce((s, j) => s + directions[i][k] * M[i][j] * directions[j][l], 0),
          0
        )
      )
    );
  return {
    dimension: d - 1,
    directions,
    minimum: plane.coordinates(bestOrders(products, demand, budget)),
    orders(theta) {
      plane.orders(theta, x);
      return Array.from(x);
    },
    project: plane.project,
    coordinates: plane.coordinates,
    risk(theta) {
      plane.orders(theta, x);
      return products.reduce((sum, {underage}, i) => {
        const left = demand.leftOver(i, x[i]);
        return sum + underage * (demand.mean(i) - x[i]) + both[i] * left;
      }, 0);
    },
    gradient(theta) {
      plane.orders(theta, x);
      const slopes = products.map(({underage}, i) => both[i] * below(i) - underage);
      return axes.map(k => slopes.reduce((sum, slope, i) => sum + directions[i][k] * slope, 0));
    },
    hessian(theta) {
      plane.orders(theta, x);
      return within(
        indices.map(i => indices.map(j => (i === j ? both[i] * demand.density(i, x[i]) : 0)))
      );
    },
    noise(theta) {
      plane.orders(theta, x);
      return within(
        indices.map(i =>
          indices.map(
            j => both[i] * both[j] * (demand.joint(i, j, x[i], x[j]) - below(i) * below(j))
          )
        )
      );
    },
    addGradients(theta, source, count, to, apart = false) {
      plane.orders(theta, x);
      const m = d - 1;
      for (let r = 0, row = 0; r < count; r++, row += apart ? m : 0) {
        demand.draw(source, day);
        for (let i = 0; i < d; i++) {
          const slope = day[i] <= x[i] ? over[i] : under[i];
          for (let k = 0; k < m; k++) to[row + k] += moves[i * m + k] * slope;
        }
      }
    }
  };
}

const halvings = 200;

/** The orders of least mean cost with cᵀx = B: pᵢ − (pᵢ + hᵢ) P(Dᵢ ≤ xᵢ) = ν cᵢ for one price ν of the budget. */
function bestOrders(products: readonly Product[], demand: Demand, budget: number): number[] {
  const wanted = (price: number) =>
    products.map(({underage, overage, cost}, i) =>
      quantile(demand, i, (underage - price * cost) / (underage + overage))
    );
  const spent = (orders: readonly number[]) =>
    orders.reduce((sum, x, i) => sum + products[i].cost * x, 0);
  let low = Math.max(...products.map(({overage, cost}) => -overage / cost));
  let high = Math.min(...products.map(({underage, cost}) => underage / cost));
  for (let k = 0; k < halvings; k++) {
    const price = (low + high) / 2;
    if (spent(wanted(price)) > budget) low = price;
    else high = price;
  }
  const [more, less] = [wanted(low), wanted(high)];
  const gap = spent(more) - spent(less);
  const share = gap > 0 ? Math.min(1, Math.max(0, (budget - spent(less)) / gap)) : 0;
  return less.map((x, i) => x + share * (more[i] - x));
}

/** The least x with P(Dᵢ ≤ x) ≥ level, for a level in (0, 1), by bisection down to neighbouring numbers. */
function quantile(demand: Demand, i: number, level: number): number {
  const reaches = (x: number) => demand.joint(i, i, x, x) >= level;
  const centre = demand.mean(i);
  let width = 1;
  while (!reaches(centre + width) || reaches(centre - width)) {
    width *= 2;
    if (width > 1e12) return centre + (level > 0.5 ? width : -width);
  }
  let [low, high] = [centre - width, centre + width];
  for (let k = 0; k < halvings; k++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
