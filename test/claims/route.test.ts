import {expect, it} from "vitest";
import {close} from "../../claims/ledger/criterion.js";
import {minimisation, quadrature} from "../../claims/ledger/route.js";

const measure = () => ({one: [1]});

it("a route in a line is the route written out", () => {
  expect(quadrature("by Simpson's rule", measure)).toStrictEqual({
    method: "quadrature",
    how: "by Simpson's rule",
    measure
  });
});

it("a route may have a criterion of its own", () => {
  const criterion = close(1e-6, "the minimum is flat");
  expect(criterion).toStrictEqual({kind: "close", relative: 1e-6, because: "the minimum is flat"});
  expect(minimisation("over rates", measure, criterion).criterion).toBe(criterion);
});
