import type {LiveReport} from "./liveMessages.js";
import type {LiveCell} from "./liveRun.js";
import type {Cell, SweepSpec} from "./spec.js";

export interface LiveOptions {
  /** Steps between two frames; default 1. */
  stepsPerFrame?: number;
  /** Steps that make a frame, ascending, where not all are wanted; `stepsPerFrame` then bounds a piece of work. */
  at?: readonly number[];
  /** The least time between frames in milliseconds; default 33. */
  frameInterval?: number;
  /** Called with every frame: one entry per cell. */
  onFrame(cells: readonly LiveCell[]): void;
  onDone?(): void;
  onError?(message: string): void;
}

/** The part of a `Worker` that is needed. */
export interface LivePort {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: {data: LiveReport}) => void): void;
  removeEventListener(type: "message", listener: (event: {data: LiveReport}) => void): void;
}

let count = 0;

/**
 * Runs a sweep live on a worker started from `liveWorker.ts`, in place of what it ran before.
 * Returns a function that stops it; no frame arrives after that.
 *
 * @example const stop = runLive(worker, spec, {stepsPerFrame: 100, onFrame: cells => draw(cells)});
 */
export function runLive(
  worker: LivePort,
  spec: SweepSpec<Cell>,
  {stepsPerFrame = 1, at, frameInterval = 33, onFrame, onDone, onError}: LiveOptions
): () => void {
  const id = ++count;
  const listen = ({data}: {data: LiveReport}) => {
    if (data.id !== id) return;
    if (data.type === "frame") onFrame(data.cells);
    else {
      worker.removeEventListener("message", listen);
      if (data.type === "done") onDone?.();
      else onError?.(data.message);
    }
  };
  worker.addEventListener("message", listen);
  worker.postMessage({type: "start", id, spec, stepsPerFrame, at, frameInterval});
  return () => {
    worker.removeEventListener("message", listen);
    worker.postMessage({type: "stop"});
  };
}
