import {expect, it} from "vitest";
import {grid, named} from "../../claims/cases/named.js";

it("a name is made of what a case holds", () => {
  const [first, second] = named([
    {learningRate: 0.1 + 0.2, momentum: 0.5, hessian: [[1]]},
    {name: "d = 2", x: -1, law: "skewed"}
  ]);
  expect(first.name).toBe("λ = 0.3, µ = 0.5");
  expect(second.name).toBe("d = 2, x = −1, skewed");
});

it("a grid has every combination, the last field fastest", () => {
  expect(grid({n: [4, 6], b: [1, 2]}).map(({name}) => name)).toEqual([
    "n = 4, b = 1",
    "n = 4, b = 2",
    "n = 6, b = 1",
    "n = 6, b = 2"
  ]);
});
