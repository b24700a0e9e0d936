import {expect, test} from "vitest";
import {drawnIn} from "../../src/components/drawnIn.js";

test("points far outside are drawn in to half the picture's size beyond its edges", () => {
  expect(drawnIn("M-1194,5L3,4L0,1e9Z", 100, 20)).toBe("M-50,5L3,4L0,30Z");
});
