import {expect, test} from "vitest";
import {runLive} from "../../lib/simulate/liveClient.js";
import type {LiveReport, LiveRequest} from "../../lib/simulate/liveMessages.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import {batchScaling} from "./experiments.js";

/** `liveWorker.ts` in this thread, behind the part of a `Worker` that the client uses. */
async function fakeWorker() {
  const scope = globalThis as unknown as Record<string, unknown>;
  const listeners = new Set<(event: {data: LiveReport}) => void>();
  scope.postMessage = (data: LiveReport) => {
    for (const listener of [...listeners]) listener({data});
  };
  await import("../../lib/simulate/liveWorker.js");
  return {
    postMessage: (data: unknown) =>
      (scope.onmessage as (event: {data: LiveRequest}) => void)({data: data as LiveRequest}),
    addEventListener: (_: string, f: (event: {data: LiveReport}) => void) => void listeners.add(f),
    removeEventListener: (_: string, f: (event: {data: LiveReport}) => void) =>
      void listeners.delete(f)
  };
}

test("frames arrive in order until done; a stopped run falls silent; an error has its message", async () => {
  const worker = await fakeWorker();
  const spec = batchScaling(4, 100);
  const steps: number[] = [];
  const options = {stepsPerFrame: 30, frameInterval: 0};
  await new Promise<void>(resolve =>
    runLive(worker, spec, {
      ...options,
      onFrame: cells => steps.push(cells[0].step),
      onDone: resolve
    })
  );
  expect(steps).toEqual([30, 60, 90, 100]);

  const wanted: number[] = [];
  await new Promise<void>(resolve =>
    runLive(worker, spec, {
      ...options,
      at: [7, 8, 95],
      onFrame: cells => wanted.push(cells[0].step),
      onDone: resolve
    })
  );
  expect(wanted).toEqual([7, 8, 95]);

  const seen: (readonly LiveCell[])[] = [];
  const stop = runLive(worker, spec, {...options, onFrame: cells => seen.push(cells)});
  stop();
  let reports = 0;
  worker.addEventListener("message", () => reports++);
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(seen).toHaveLength(0);
  expect(reports).toBe(0);

  const message = await new Promise<string>(resolve =>
    runLive(worker, {...spec, replicates: 0}, {onFrame: () => resolve("a frame"), onError: resolve})
  );
  expect(message).toBe("replicates must be an integer ≥ 1; got 0");
});
