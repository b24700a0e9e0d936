import type {Bench, BenchAnswer, BenchFiles, BenchQuestion} from "../../lib/workbench/bench.js";
import type {BenchMessage, BenchRequest} from "../../lib/workbench/benchMessages.js";
import type {StepAhead} from "../../lib/workbench/tableAnswer.js";
import {moduleWorker} from "../moduleWorker.js";

/** What the worker is at. */
export type Progress =
  | {readonly phase: "resting"}
  | {readonly phase: "reading"; readonly name: string}
  | {readonly phase: "answering"; readonly ahead: StepAhead}
  | {readonly phase: "failed"; readonly message: string};

/**
 * Gradients under study; its `value`, for `Generators.input`, is the latest answer. Fires `input` with each answer, and
 * `progress` with each change of `progress`.
 */
export interface Client extends EventTarget {
  readonly value: BenchAnswer;
  readonly progress: Progress;
  /** Reads files in the place of those under study, and asks the last question of them. */
  open(files: BenchFiles): void;
  ask(question: BenchQuestion): void;
  /** Has the floor of the answer's run checked by simulation. */
  check(): void;
  /** Gives up what is under way; what was there stays. */
  cancel(): void;
}

/**
 * Starts with a table that was read here, whose first question is answered at once; whatever comes after is
 * read and answered by a worker, which starts when it is first needed.
 */
export function client(files: BenchFiles, first: Bench): Client {
  let worker: Worker | undefined;
  let [current, wanted, inWorker] = [files, files, false];
  let question: BenchQuestion | undefined;
  let id = 0;
  const node = Object.assign(new EventTarget(), {
    value: undefined as unknown as BenchAnswer,
    progress: {phase: "resting"} as Progress,
    open(next: BenchFiles) {
      wanted = next;
      read();
    },
    ask(next: BenchQuestion) {
      const begins = question === undefined;
      question = next;
      if (begins) answerHere(first, next);
      else if (!inWorker) read();
      else send({id: ++id, question: next});
    },
    check() {
      tell({phase: "answering", ahead: {doing: "simulating the run", share: 0.5}});
      send({id: ++id, check: node.value});
    },
    cancel() {
      worker?.terminate();
      worker = undefined;
      inWorker = false;
      wanted = current;
      id++;
      tell({phase: "resting"});
    }
  });
  return node;

  function tell(progress: Progress): void {
    node.progress = progress;
    node.dispatchEvent(new Event("progress"));
  }

  function show(answer: BenchAnswer): void {
    node.value = answer;
    tell({phase: "resting"});
    node.dispatchEvent(new Event("input"));
  }

  function answerHere(bench: Bench, asked: BenchQuestion): void {
    try {
      const steps = bench.ask(asked);
      let step = steps.next();
      while (!step.done) step = steps.next();
      show(step.value);
    } catch (error) {
      tell({phase: "failed", message: (error as Error).message});
    }
  }

  function send(request: BenchRequest): void {
    worker ??= start();
    worker.postMessage(request);
  }

  function read(): void {
    inWorker = false;
    tell({phase: "reading", name: wanted.gradients.name});
    send({id: ++id, files: wanted});
  }

  function start(): Worker {
    const started = moduleWorker(import.meta.resolve("../../lib/workbench/benchWorker.js"));
    started.onmessage = ({data}: MessageEvent<BenchMessage>) => {
      if (data.id === id) hear(data);
    };
    started.onerror = event =>
      tell({
        phase: "failed",
        message: event.message || "the worker cannot be started: reload the page"
      });
    return started;
  }

  function hear(message: BenchMessage): void {
    if ("table" in message) opened();
    else if ("ahead" in message) tell({phase: "answering", ahead: message.ahead});
    else if ("answer" in message) show(message.answer);
    else {
      wanted = current;
      tell({phase: "failed", message: message.error});
    }
  }

  function opened(): void {
    current = wanted;
    inWorker = true;
    if (question) send({id: ++id, question});
  }
}
