import {expect, test} from "vitest";
import {paceOfSteps} from "../../../src/components/workbench/pace.js";

const eigen = (order: number, share: number, until: number) => ({
  doing: `the ${order} eigenvalues`,
  share,
  order,
  until
});

test("inside a long step the share grows, and stays below where it ends", () => {
  const pace = paceOfSteps();
  pace.begin(eigen(1000, 0.1, 0.6), 5);
  const shares = [5, 6, 8, 12, 20, 40].map(pace.share);
  expect(shares[0]).toBe(0.1);
  for (let k = 1; k < shares.length; k++) expect(shares[k]).toBeGreaterThan(shares[k - 1]);
  expect(shares.at(-1)).toBeLessThan(0.6);
  expect(pace.expected()).toBe(10);
});

test("how long one took says how long the next will, by the cube of its order", () => {
  const pace = paceOfSteps();
  pace.begin(eigen(500, 0.1, 0.4), 0);
  pace.begin({doing: "standard errors", share: 0.4}, 4);
  expect([pace.expected(), pace.share(100)]).toEqual([undefined, 0.4]);
  pace.begin(eigen(1000, 0.6, 0.9), 6);
  expect(pace.expected()).toBeCloseTo(32, 12);
});

test("a step that was given up says nothing", () => {
  const pace = paceOfSteps();
  pace.begin(eigen(1000, 0.1, 0.6), 0);
  pace.begin(eigen(1000, 0, 0.6), 1);
  expect(pace.expected()).toBe(10);
});
