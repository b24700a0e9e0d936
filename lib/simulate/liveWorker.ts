import {createKernel} from "./kernel.js";
import type {LiveReport, LiveRequest} from "./liveMessages.js";
import {liveRun} from "./liveRun.js";

/**
 * The entry of a module worker that runs a sweep live: takes `LiveRequest`s, posts `LiveReport`s.
 * Start it with `moduleWorker(import.meta.resolve("…/liveWorker.js"))`.
 */
const port = globalThis as unknown as {
  onmessage: (event: {data: LiveRequest}) => void;
  postMessage(report: LiveReport, transfer?: ArrayBufferLike[]): void;
};
let current = 0;

/** Milliseconds that a run goes on before it listens for the next request. */
const patience = 8;

port.onmessage = ({data}) => {
  current++;
  if (data.type === "start") void run(data, current);
};

async function run(
  {id, spec, stepsPerFrame, at, frameInterval}: Extract<LiveRequest, {type: "start"}>,
  turn: number
): Promise<void> {
  try {
    const live = liveRun(await createKernel(), spec);
    let step = 0;
    let heard = performance.now();
    while (current === turn && !live.finished) {
      const due = performance.now() + frameInterval;
      const next = at?.find(wanted => wanted > step) ?? Infinity;
      const cells = live.advance(Math.min(stepsPerFrame, next - step));
      step = Math.max(...cells.map(cell => cell.step));
      if (!at || step === next) {
        const buffers = cells.flatMap(({states, first, second}) => [
          states.buffer,
          first.buffer,
          second.buffer
        ]);
        port.postMessage({type: "frame", id, cells}, buffers);
      }
      const now = performance.now();
      if (frameInterval === 0 && now - heard < patience) continue;
      await new Promise(resolve => setTimeout(resolve, Math.max(0, due - now)));
      heard = performance.now();
    }
    if (current === turn) port.postMessage({type: "done", id});
  } catch (error) {
    port.postMessage({type: "error", id, message: (error as Error).message});
  }
}
