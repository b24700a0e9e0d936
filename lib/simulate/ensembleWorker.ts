import {type EnsembleQuestion, type EnsembleTrack, ensembleRuns} from "./ensembleRuns.js";

/**
 * The entry of a module worker that runs ensembles which share a preconditioner. Takes `{id, question}` and
 * posts `{id, answer}` or `{id, error}`; a new request ends the one under way. Start it with
 * `moduleWorker(import.meta.resolve("…/ensembleWorker.js"))`.
 */
const port = globalThis as unknown as {
  onmessage: (event: {data: {id: number; question: EnsembleQuestion}}) => void;
  postMessage(report: {id: number} & ({answer: readonly EnsembleTrack[]} | {error: string})): void;
};
let current = Number.NaN;

port.onmessage = ({data}) => {
  current = data.id;
  void run(data);
};

async function run({id, question}: {id: number; question: EnsembleQuestion}): Promise<void> {
  try {
    const work = ensembleRuns(question);
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
