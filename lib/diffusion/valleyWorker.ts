import type {Valley} from "./valley.js";
import {type ValleyFlow, valleyFlow} from "./valleyFlow.js";

/** To the worker: solve this, and no longer what was asked before. */
export interface ValleyRequest {
  readonly id: number;
  readonly question: Valley;
}

/** From the worker: the answer to the request of this number, or why there is none. */
export type ValleyReport =
  | {readonly id: number; readonly answer: ValleyFlow}
  | {readonly id: number; readonly error: string};

/**
 * The entry of a module worker that solves the valley's Fokker–Planck equation. A new request ends
 * the one under way. Start it with `moduleWorker(import.meta.resolve("…/valleyWorker.js"))`.
 */
const port = globalThis as unknown as {
  onmessage: (event: {data: ValleyRequest}) => void;
  postMessage(report: ValleyReport): void;
};
let current = Number.NaN;

port.onmessage = ({data}) => {
  current = data.id;
  void solve(data);
};

async function solve({id, question}: ValleyRequest): Promise<void> {
  try {
    const work = valleyFlow(question);
    let step = work.next();
    while (!step.done) {
      // A request that came meanwhile is heard here.
      await new Promise(resolve => setTimeout(resolve));
      if (current !== id) return;
      step = work.next();
    }
    port.postMessage({id, answer: step.value});
  } catch (error) {
    port.postMessage({id, error: (error as Error).message});
  }
}
