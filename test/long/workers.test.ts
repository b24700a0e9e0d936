import {expect, test} from "vitest";
import {experimentName} from "../../tools/sweeps/loaders.js";
import hashes from "../data/hashes.json";
import {freshHash, sweepLoaders} from "../data/smallHashes.js";

test.each(sweepLoaders.map(loader => [experimentName(loader), loader]))(
  "%s yields the bits on one worker that it yields on three",
  async (name, loader) =>
    expect(await freshHash(loader, 1)).toBe((hashes as Record<string, string>)[name])
);
