import {expect, test} from "vitest";
import {execute} from "../../lib/simulate/execute.js";
import {createKernel} from "../../lib/simulate/kernel.js";
import {liveRun} from "../../lib/simulate/liveRun.js";
import {batchScaling} from "./experiments.js";

test("a live run arrives where the sweep does, bit for bit, whatever the frames", async () => {
  const spec = batchScaling(6, 333);
  const swept = await execute(spec);
  for (const frame of [1, 10, 77, 1000]) {
    const run = liveRun(await createKernel(), spec);
    let cells = run.advance(frame);
    while (!run.finished) cells = run.advance(frame);
    for (const [c, {layout, values}] of swept.entries())
      for (let r = 0; r < 6; r++) {
        const row = values.subarray(r * layout.width, (r + 1) * layout.width);
        expect([
          ...cells[c].states.subarray(2 * r, 2 * r + 2),
          ...cells[c].first.subarray(2 * r, 2 * r + 2),
          ...cells[c].second.subarray(3 * r, 3 * r + 3)
        ]).toEqual([...row]);
      }
  }
});

test("there are no averages before the burn-in has passed", async () => {
  const run = liveRun(await createKernel(), batchScaling(3, 100));
  expect(run.advance(50)[0].first).toHaveLength(0);
  expect(run.advance(1)[0].first).toHaveLength(6);
  expect(run.finished).toBe(false);
});
