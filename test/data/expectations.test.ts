import {describe, expect, test} from "vitest";
import type {Column} from "../../lib/experiments/experiment.js";
import type {LoadedExperiment} from "../../tools/sweeps/load.js";
import {publish} from "../../tools/sweeps/publish.js";
import {deviations, refused} from "./deviations.js";
import {loadedOnce} from "./loaded.js";
import {smallScale, sweepLoaders} from "./smallHashes.js";
import {storedColumns} from "./storedColumns.js";

/** Experiments are held to their expectations at the first of these at which every declared row has 100 replicates. */
const scales = [smallScale, 0.2, 0.5, 1];
const least = 100;

const declaring = new Map<string, LoadedExperiment>();
for (const loaded of await Promise.all(sweepLoaders.map(loadedOnce)))
  if (loaded.experiment.expected) declaring.set(loaded.experiment.name, loaded);

/** What an experiment measured, and what it expects. */
async function run(name: string) {
  const loaded = declaring.get(name);
  if (!loaded) throw new Error(`${name} says nothing of what it expects`);
  const expectedAt = (scale: number) => loaded.experiment.expected?.(scale) ?? {};
  const scale = scales.find(s =>
    Object.values(expectedAt(s)).every(({replicates}) => replicates >= least)
  );
  if (scale === undefined) throw new Error(`${name}: too few replicates at every scale`);
  const {arrow} = await publish(loaded.loader, {loaded, scale});
  return {table: storedColumns(arrow), expected: expectedAt(scale)};
}

describe("every experiment that says what it expects", () => {
  test.each([...declaring.keys()])("%s measures that, row by row", async name => {
    const {table, expected} = await run(name);
    expect(deviations(table, expected).length).toBeGreaterThan(0);
    expect(refused(table, expected)).toEqual([]);
  });
});

describe("columns that are swapped", () => {
  test.each([
    ["batch-scaling", "coordinate", "curvature"],
    ["batch-scaling", "variance", "standardError"],
    ["angle-sweep", "measured", "spread"],
    ["angle-sweep", "final", "finalError"],
    ["plateau", "T", "steps"],
    ["plateau", "risk", "standardError"]
  ])("%s: %s and %s are told apart", async (name, a, b) => {
    const {table, expected} = await run(name);
    const swapped: Record<string, Column> = {...table, [a]: table[b], [b]: table[a]};
    const wrong = () => refused(swapped, expected).length > 0;
    expect(wrong).toSatisfy((refuses: () => boolean) => {
      try {
        return refuses();
      } catch {
        return true;
      }
    });
  });
});
