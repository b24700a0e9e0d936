import {describe, expect, test} from "vitest";
import {orderLaw} from "../../lib/sampling/orderLaw.js";

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const variance = ({orders, masses}: {orders: Float64Array; masses: Float64Array}) =>
  orders.reduce((sum, x, i) => sum + masses[i] * x * x, 0);

/** The law after many rounds of the chain itself, half of the time standing still. */
function byRounds(
  share: (x: number) => number,
  orders: Float64Array,
  {step, b}: {step: number; b: number}
): Float64Array {
  let law = orders.map(() => 1 / orders.length);
  const unit = orders[1] - orders[0];
  for (let round = 0; round < 6000; round++) {
    const next = law.map(mass => mass / 2);
    for (const [i, x] of orders.entries()) {
      let chance = 1;
      for (let k = 0; k < b; k++) chance *= 1 - share(x);
      for (let k = 0; k <= b; k++) {
        const to = Math.round(i + (step * (0.5 - k / b)) / unit);
        next[Math.min(orders.length - 1, Math.max(0, to))] += (law[i] * chance) / 2;
        chance *= ((b - k) / (k + 1)) * (share(x) / (1 - share(x)));
      }
    }
    law = next;
  }
  return law;
}

describe("the law of one order", () => {
  test.each([1, 2, 3, 8])("is the chain's own at b = %d", b => {
    const law = orderLaw({share: logistic, median: 0, reach: 3, step: 0.6, batchSize: b});
    const rounds = byRounds(logistic, law.orders, {step: 0.6, b});
    for (const [i, mass] of law.masses.entries()) expect(mass).toBeCloseTo(rounds[i], 10);
  });

  test("has the continuous variance at b = 1 and uniform demand, at any step", () => {
    const share = (x: number) => Math.min(1, Math.max(0, 0.5 + x));
    for (const step of [0.001, 0.01, 0.02])
      expect(
        variance(orderLaw({share, median: 0, reach: 0.5, step, batchSize: 1})) / (step / 8)
      ).toBeCloseTo(1, 9);
  });

  test("has the variance of the step taken where demand is even and the batch large", () => {
    const share = (x: number) => Math.min(1, Math.max(0, 0.5 + x));
    const [step, b] = [0.1, 32];
    const law = orderLaw({share, median: 0, reach: 0.5, step, batchSize: b});
    expect(variance(law)).toBeCloseTo(step / 4 / b / (2 - step * (1 - 1 / b)), 10);
  });
});

test("places that no order comes back to have no mass", () => {
  const share = (x: number) => (x < -0.25 ? 0 : x < 0.25 ? 0.5 : 1);
  const {orders, masses} = orderLaw({share, median: 0, reach: 2, step: 0.2, batchSize: 1});
  for (const [i, x] of orders.entries())
    if (Math.abs(x) > 0.35) expect(masses[i]).toBe(0);
    else expect(masses[i]).toBeGreaterThan(0);
});

test("too fine a lattice is refused", () => {
  expect(() => orderLaw({share: logistic, median: 0, reach: 10, step: 1e-4, batchSize: 1})).toThrow(
    "reach must be at most 0.5; got 10"
  );
});
