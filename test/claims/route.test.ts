import {expect, it} from "vitest";
import {perCase} from "../../claims/ledger/perCase.js";
import {by, close, route} from "../../claims/ledger/route.js";

const measure = () => ({one: [1]});

it("a route in a line is the route written out", () => {
  const written = {method: "quadrature", how: "by Simpson's rule", measure};
  expect(route("quadrature", "by Simpson's rule", measure)).toStrictEqual(written);
  expect(by("quadrature")("by Simpson's rule", measure)).toStrictEqual(written);
});

it("a route may have a criterion of its own", () => {
  const criterion = close(1e-6, "the minimum is flat");
  expect(criterion).toStrictEqual({kind: "close", relative: 1e-6, because: "the minimum is flat"});
  expect(by("minimisation")("over rates", measure, criterion).criterion).toBe(criterion);
});

it("numbers come under the names of their cases, one or several", () => {
  const cases = [
    {name: "first", x: 2},
    {name: "second", x: 3}
  ];
  expect(perCase(cases, ({x}) => x * x)).toStrictEqual({first: [4], second: [9]});
  expect(perCase(cases, ({x}) => [x, -x])).toStrictEqual({first: [2, -2], second: [3, -3]});
});
