import {describe, expect, test} from "vitest";
import {uniforms} from "../../lib/random/uniforms.js";
import {budgetPlane} from "../../lib/sampling/budgetPlane.js";
import {uniformDemand} from "../../lib/sampling/demand.js";
import {newsvendor} from "../../lib/sampling/newsvendor.js";
import {pizzaShop, shopYear} from "../../lib/sampling/pizzaShop.js";
import {estimate} from "../../lib/simulate/summary.js";
import {sampleData} from "./data.js";

const year = shopYear(sampleData("pizza.csv"), 2022);
const costs = {ingredients: 0.3, capacity: 1};

test("the plane's directions are orthonormal and spend nothing", () => {
  const c = [1, 2, 0.5];
  const {directions, orders, coordinates} = budgetPlane(c, 7);
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const columns = [0, 1].map(k => directions.map(row => row[k]));
  expect(dot(columns[0], columns[0])).toBeCloseTo(1, 14);
  expect(dot(columns[0], columns[1])).toBeCloseTo(0, 14);
  const x = new Float64Array(3);
  orders([0.3, -2], x);
  expect(dot(c, [...x])).toBeCloseTo(7, 13);
  expect(coordinates(x)[0]).toBeCloseTo(0.3, 13);
  expect(coordinates(x)[1]).toBeCloseTo(-2, 13);
  expect(() => budgetPlane([1, 0], 7)).toThrow("costs[1] must lie in (0, ∞); got 0");
});

test("projection finds the nearest orders of which none is negative", () => {
  const c = [1, 2, 0.5];
  const {orders, coordinates, project} = budgetPlane(c, 7);
  const at = new Float64Array(3);
  for (const start of [
    [1, 1, -5],
    [-9, 4, 3],
    [0.2, 0.1, 0.1]
  ]) {
    const theta = Float64Array.from(coordinates(start));
    const from = theta.slice();
    project(theta);
    orders(theta, at);
    expect(Math.min(...at)).toBeGreaterThan(-1e-12);
    const distance = Math.hypot(theta[0] - from[0], theta[1] - from[1]);
    // Every point of the triangle of feasible orders, on a grid, is at least as far away.
    for (let i = 0; i <= 40; i++)
      for (let j = 0; i + j <= 40; j++) {
        const share = [i / 40, j / 40, 1 - (i + j) / 40];
        const other = coordinates(share.map((s, k) => (s * 7) / c[k]));
        expect(Math.hypot(other[0] - from[0], other[1] - from[1])).toBeGreaterThan(distance - 1e-9);
      }
  }
});

test("one year has 365 days and three average prices", () => {
  expect(year.sold).toHaveLength(365);
  expect(Math.min(...year.prices)).toBeGreaterThan(11);
  expect(Math.max(...year.prices)).toBeLessThan(26);
  expect(() => shopYear(sampleData("pizza.csv"), 1999)).toThrow("year must be one of the file");
});

describe.each(["laws", "days"] as const)("the shop with demand from its %s", kind => {
  const shop = pizzaShop(year, kind, costs);
  const {minimum} = shop;

  test("no orders near the minimum cost less", () => {
    const least = shop.risk(minimum);
    for (const length of [1e-3, 0.05, 1])
      for (let k = 0; k < 16; k++) {
        const angle = (k * Math.PI) / 8;
        const there = minimum.map((x, i) => x + length * (i ? Math.sin(angle) : Math.cos(angle)));
        expect(shop.risk(there)).toBeGreaterThanOrEqual(least - 1e-12);
      }
    expect(shop.coordinates(shop.orders(minimum))[0]).toBeCloseTo(minimum[0], 12);
  });

  test("sampled gradients have the given mean and covariance", () => {
    const theta = [minimum[0] + 0.4, minimum[1] - 0.3];
    const source = uniforms({seed: 2, experiment: "newsvendor", cell: kind, replicate: 0});
    const draws = Array.from({length: 40_000}, () => {
      const own = new Float64Array(2);
      shop.addGradients(theta, source, 1, own);
      return own;
    });
    const gradient = shop.gradient(theta);
    const noise = shop.noise(theta);
    for (const i of [0, 1]) {
      const first = estimate(draws.map(g => g[i]));
      expect(Math.abs(first.mean - gradient[i])).toBeLessThan(4 * first.standardError);
      for (const j of [0, 1]) {
        const product = estimate(draws.map(g => (g[i] - gradient[i]) * (g[j] - gradient[j])));
        expect(Math.abs(product.mean - noise[i][j])).toBeLessThan(4 * product.standardError);
      }
    }
  });
});

test("gradient and Hessian are the risk's derivatives", () => {
  const shop = pizzaShop(year, "laws", costs);
  const h = 1e-5;
  const at = [0.7, -0.4];
  const moved = (k: number, by: number) => at.map((x, i) => (i === k ? x + by : x));
  for (const k of [0, 1]) {
    const slope = (shop.risk(moved(k, h)) - shop.risk(moved(k, -h))) / (2 * h);
    expect(slope).toBeCloseTo(shop.gradient(at)[k], 6);
    for (const l of [0, 1]) {
      const bend = (shop.gradient(moved(k, h))[l] - shop.gradient(moved(k, -h))[l]) / (2 * h);
      expect(bend).toBeCloseTo(shop.hessian(at)[k][l], 6);
    }
  }
});

test("as many products as demands", () => {
  const product = {underage: 3, overage: 1, cost: 1};
  expect(() =>
    newsvendor(
      [product],
      uniformDemand([
        [0, 1],
        [0, 1]
      ]),
      1
    )
  ).toThrow("products must be 2, one for each demand; got 1");
});
