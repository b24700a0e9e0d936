import {describe, expect, test} from "vitest";
import {experimentName} from "../../tools/sweeps/loaders.js";
import hashes from "./hashes.json";
import {smallHash, sweepLoaders} from "./smallHashes.js";

describe("every experiment, at a hundredth of its scale", () => {
  test.each(sweepLoaders.map(loader => [experimentName(loader), loader]))(
    "%s yields the committed bits, whatever the number of workers",
    async (name, loader) => {
      const committed = (hashes as Record<string, string>)[name];
      for (const workers of [1, 3]) expect(await smallHash(loader, workers)).toBe(committed);
    }
  );
});
