import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {compareHash, publishedList, readHashes} from "../../tools/sweeps/hashLists.js";
import {exactLoaders, experimentName} from "../../tools/sweeps/loaders.js";
import type {Sidecar} from "../../tools/sweeps/store.js";

test("dist/ holds the bits whose hashes are committed, wherever it was built at the printed scale", () => {
  const folder = join(root, "dist/_file");
  const file = readdirSync(folder).find(name => /^experiments\.\w+\.json$/.test(name)) ?? "";
  const sidecars: Sidecar[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const published = readHashes(publishedList);
  const exact = exactLoaders(root).map(experimentName);
  const others = sidecars
    .filter(({experiment, scale}) => scale === 1 && exact.includes(experiment))
    .filter(({experiment, sha256}) => !compareHash(published[experiment], sha256).same);
  expect(sidecars.map(({experiment}) => experiment)).toEqual(expect.arrayContaining(exact));
  expect(
    others.map(({experiment}) => experiment),
    "npx tsx test/data/makeHashes.ts NAME --full --replace writes down what is meant to change"
  ).toEqual([]);
});
