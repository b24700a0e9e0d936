import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {compileKernel, kernels} from "../../tools/kernel.js";

test("the committed kernel is what its sources compile to", () => {
  const committed = readFileSync(
    new URL("../../lib/simulate/kernel.wasm.ts", import.meta.url),
    "utf8"
  );
  expect(committed).toBe(compileKernel(kernels.simulation));
});
