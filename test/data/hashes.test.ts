import {describe, expect, test} from "vitest";
import {publishedList, readHashes} from "../../tools/sweeps/hashLists.js";
import {experimentName} from "../../tools/sweeps/loaders.js";
import hashes from "./hashes.json";
import {smallHash, sweepLoaders} from "./smallHashes.js";

const names = sweepLoaders.map(experimentName).sort();
const command = "npx tsx test/data/makeHashes.ts";

describe("every experiment, at a tenth of its scale", () => {
  test.each(sweepLoaders.map(loader => [experimentName(loader), loader]))(
    "%s yields the committed bits",
    async (name, loader) => {
      const committed = (hashes as Record<string, string>)[name];
      const advice = `${command} ${name}${committed === undefined ? "" : " --replace"} writes it down`;
      expect(await smallHash(loader), advice).toBe(committed);
    }
  );
});

test.each([
  ["small", hashes, ""],
  ["printed", readHashes(publishedList), " --full"]
])(
  "the experiments whose hashes at the %s scale are committed are those that there are",
  (_, list, option) => {
    expect(Object.keys(list).sort(), `${command}${option} writes down what is new`).toEqual(names);
  }
);
