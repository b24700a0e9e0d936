import {expect, test} from "vitest";
import {levelOf, rowQuestions} from "../../../src/components/workbench/questions.js";

test("a level is written as it is chosen", () => {
  const levels = [0.5, 0.68, 0.8, 0.9, undefined, 0.98, 0.99, 0.999];
  expect(levels.map(level => levelOf({rows: "per-sample", population: "sample", level}))).toEqual(
    rowQuestions.level.options
  );
});
