import fc from "fast-check";
import {expect, test} from "vitest";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {createKernel} from "../../lib/simulate/kernel.js";
import {runBlock} from "../../lib/simulate/runBlock.js";
import {cellName, type LinearCell, type NoiseFactor} from "../../lib/simulate/spec.js";
import {twin} from "./twin.js";

const shape = fc.record({
  d: fc.integer({min: 1, max: 23}),
  rank: fc.integer({min: 1, max: 25}),
  steps: fc.integer({min: 1, max: 400}),
  form: fc.constantFrom("diagonal", "lower", "dense"),
  moments: fc.constantFrom("none", "first", "diagonal", "full"),
  from: fc.integer({min: 0, max: 9}),
  count: fc.integer({min: 1, max: 9}),
  seed: fc.integer()
});

test("any dimension, rank, length and block: states and averages are the twin's", async () => {
  const kernel = await createKernel();
  fc.assert(
    fc.property(shape, ({d, rank, steps, form, moments, from, count, seed}) => {
      const entry = (i: number, j: number) => ((7 * i + 3 * j + 2) % 11) / 5 - 1;
      const row = (length: number, i: number) =>
        Array.from({length}, (_, j) => (form === "lower" && j > i ? 0 : entry(i, j)));
      const indices = Array.from({length: d}, (_, i) => i);
      const noiseFactor: NoiseFactor =
        form === "diagonal"
          ? {diagonal: row(d, 0)}
          : form === "lower"
            ? {lower: indices.map(i => row(d, i))}
            : {dense: indices.map(i => row(rank, i))};
      const cell: LinearCell = {
        parameters: {d},
        hessianEigenvalues: indices.map(i => (i + 1) / d),
        noiseFactor,
        learningRate: 0.7,
        steps,
        moments: moments as LinearCell["moments"]
      };
      const spec = {experiment: "shapes", seed, replicates: 20, cells: [cell]};
      const {values} = runBlock(kernel, spec, {cell: 0, from, to: from + count});
      const width = values.length / count;
      for (let k = 0; k < count; k++) {
        const address = {seed, experiment: "shapes", cell: cellName(cell), replicate: from + k};
        const path = twin(cell, gaussianStream(streamState(address)));
        const mean = (f: (x: number[]) => number) =>
          path.reduce((sum, x) => sum + f(x), 0) / path.length;
        const expected = [...path[steps - 1]];
        if (moments !== "none") for (const i of indices) expected.push(mean(x => x[i]));
        if (moments === "diagonal") for (const i of indices) expected.push(mean(x => x[i] * x[i]));
        if (moments === "full")
          for (const i of indices)
            for (let j = i; j < d; j++) expected.push(mean(x => x[i] * x[j]));
        expect(width).toBe(expected.length);
        const tolerance = 20 * 2 ** -24 * Math.max(1, ...expected.map(Math.abs));
        const worst = Math.max(...expected.map((x, i) => Math.abs(x - values[k * width + i])));
        expect(worst).toBeLessThan(tolerance);
      }
    }),
    {seed: 11, numRuns: 150}
  );
});
