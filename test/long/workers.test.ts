import {expect, test} from "vitest";
import {experimentName} from "../../tools/sweeps/loaders.js";
import hashes from "../data/hashes.json";
import {smallHash, sweepLoaders} from "../data/smallHashes.js";

test.each(sweepLoaders.map(loader => [experimentName(loader), loader]))(
  "%s yields the bits on one worker that it yields on three",
  async (name, loader) =>
    expect(await smallHash(loader, 1)).toBe((hashes as Record<string, string>)[name])
);
