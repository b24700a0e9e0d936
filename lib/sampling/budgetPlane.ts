import {positive} from "../check.js";

/** The plane of all orders that spend one budget, in coordinates of its own. */
export interface BudgetPlane {
  /** d × (d − 1): orthonormal directions in which the budget does not change. */
  readonly directions: readonly (readonly number[])[];
  /** The orders x at coordinates θ, into a list. */
  orders(theta: ArrayLike<number>, into: Float64Array): void;
  /** Moves θ to the nearest point of the plane where no order is negative, in place. */
  project(theta: Float64Array): void;
  /** θ of orders x: those of the point of the plane that is nearest to x. */
  coordinates(orders: ArrayLike<number>): number[];
}

/**
 * The plane cᵀx = B, as x = B c/‖c‖² + Uθ: U has the columns 2 … d of the reflection that carries the first axis
 * to c. θ = 0 is the point of the plane that is nearest to 0; with equal costs it splits the budget equally.
 *
 * @param costs c, d ≥ 2 positive numbers: what one unit of each product takes of the budget
 * @param budget B > 0
 * @throws RangeError where a cost or the budget is not positive
 */
export function budgetPlane(costs: readonly number[], budget: number): BudgetPlane {
  costs.forEach((cost, i) => {
    positive(`costs[${i}]`, cost);
  });
  positive("budget", budget);
  const d = costs.length;
  const square = costs.reduce((sum, cost) => sum + cost * cost, 0);
  const norm = Math.sqrt(square);
  const normal = costs.map((cost, i) => cost / norm + (i === 0 ? 1 : 0));
  const length = normal.reduce((sum, x) => sum + x * x, 0);
  const directions = normal.map((x, i) =>
    normal.slice(1).map((y, k) => (i === k + 1 ? 1 : 0) - (2 * x * y) / length)
  );
  const origin = costs.map(cost => (cost * budget) / square);
  const moves = Float64Array.from(directions.flat());
  const orders = (theta: ArrayLike<number>, into: Float64Array) => {
    for (let i = 0; i < d; i++) {
      let x = origin[i];
      for (let k = 0; k < d - 1; k++) x += moves[i * (d - 1) + k] * theta[k];
      into[i] = x;
    }
  };
  const coordinates = (point: ArrayLike<number>) =>
    Array.from({length: d - 1}, (_, k) =>
      directions.reduce((sum, row, i) => sum + row[k] * (point[i] - origin[i]), 0)
    );
  const x = new Float64Array(d);
  return {
    directions,
    orders,
    coordinates,
    project(theta) {
      orders(theta, x);
      if (x.every(order => order >= 0)) return;
      const kept = x.map(() => 1);
      // Orders that would be negative stay at zero, and what they spend is taken from the others along their costs.
      for (let round = 0; round < d; round++) {
        let [spent, weight] = [0, 0];
        for (let i = 0; i < d; i++)
          if (kept[i]) {
            spent += costs[i] * x[i];
            weight += costs[i] * costs[i];
          }
        const share = (spent - budget) / weight;
        let negative = false;
        for (let i = 0; i < d; i++)
          if (kept[i] && x[i] - share * costs[i] < 0) {
            kept[i] = 0;
            negative = true;
          }
        if (negative) continue;
        for (let i = 0; i < d; i++) x[i] = kept[i] ? x[i] - share * costs[i] : 0;
        break;
      }
      theta.set(coordinates(x));
    }
  };
}
