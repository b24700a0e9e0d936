import {inPieces} from "../answerLatest.js";
import {type Bench, checked, openBench} from "./bench.js";
import type {BenchMessage, BenchRequest} from "./benchMessages.js";

/**
 * The entry of a module worker that reads gradients and answers questions about them: takes `BenchRequest`s, posts
 * `BenchMessage`s. A request takes the place of the one under way.
 */
const port = globalThis as unknown as {
  onmessage: (event: {data: BenchRequest}) => void;
  postMessage(message: BenchMessage): void;
};
let bench: Promise<Bench> | undefined;
let current = 0;

port.onmessage = ({data}) => {
  if (!("plane" in data)) current = data.id;
  void answer(data);
};

async function answer(request: BenchRequest): Promise<void> {
  const {id} = request;
  try {
    if ("files" in request) {
      bench = openBench(request.files, request.names);
      port.postMessage({id, table: (await bench).table});
      return;
    }
    if ("check" in request) {
      port.postMessage({id, answer: await checked(request.check)});
      return;
    }
    if (!bench) throw new Error("files must be read before a question is asked of them");
    if ("plane" in request) {
      port.postMessage({id, law: (await bench).plane(request.plane)});
      return;
    }
    const done = await inPieces(
      (await bench).ask(request.question),
      () => current === id,
      ahead => port.postMessage({id, ahead})
    );
    if (done) port.postMessage({id, answer: done.answer});
  } catch (error) {
    port.postMessage({id, error: (error as Error).message});
  }
}
