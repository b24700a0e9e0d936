import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {NumpyKernel} from "../../lib/random/numpy/kernel.js";
import {log1p} from "../../lib/random/numpy/log1p.js";
import {default_rng} from "../../lib/random/numpy.js";
import {compileKernel, kernels} from "../../tools/kernel.js";
import {expectDigest} from "./digest.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

describe("NumPy's normals in WebAssembly", async () => {
  const kernel = await NumpyKernel.create();

  it("is what its source compiles to", () => {
    const committed = readFileSync(
      new URL("../../lib/random/numpy.wasm.ts", import.meta.url),
      "utf8"
    );
    expect(compileKernel(kernels.numpy)).toBe(committed);
  });

  it("draws NumPy's own 2·10⁷, tails included", () => {
    const {long} = fixture;
    expectDigest(kernel.standard_normal(default_rng(7), new Float64Array(long.count)), long);
  });

  it.each(Object.entries(fixture.generator))(
    "draws NumPy's own 10⁶ from seed %s",
    (seed, expected) => {
      const out = new Float64Array(expected.normal.count);
      expectDigest(kernel.standard_normal(default_rng(Number(seed)), out), expected.normal);
    }
  );

  it("leaves the generator where it would have come by itself", () => {
    const fast = default_rng(3);
    const slow = default_rng(3);
    fast.integers(10);
    slow.integers(10);
    for (const count of [1, 0, 100, 40_000])
      expect(kernel.standard_normal(fast, new Float64Array(count))).toEqual(
        slow.standard_normal(count)
      );
    expect([fast.integers(10), fast.random()]).toEqual([slow.integers(10), slow.random()]);
  });

  it("has the logarithm of its twin", () => {
    for (const [k, u] of default_rng(9).random(200_000).entries()) {
      const x = 0 - Math.floor(u * 2 ** (53 - (k % 53))) * 2 ** -53;
      if (!Object.is(kernel.exports.log1p(x), log1p(x)))
        expect(kernel.exports.log1p(x)).toBe(log1p(x));
    }
  });
});
