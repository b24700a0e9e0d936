import type {Bench, BenchAnswer, BenchFiles, BenchQuestion} from "../../lib/workbench/bench.js";
import type {BenchMessage, BenchRequest} from "../../lib/workbench/benchMessages.js";
import type {Direction, Pair, PlaneLaw} from "../../lib/workbench/plane.js";
import type {StepAhead} from "../../lib/workbench/tableAnswer.js";
import {moduleWorker} from "../moduleWorker.js";
import {fieldNames} from "./questions.js";

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
  /** Those under study, or about to be read in their place. */
  files(): BenchFiles;
  /** Reads files in the place of those under study, and asks the last question of them. */
  open(files: BenchFiles): void;
  ask(question: BenchQuestion): void;
  /** Has the floor of the answer's run checked by simulation. */
  check(): void;
  /** The law of the answer's run along two directions, or why there is none. */
  plane(answer: BenchAnswer, directions: Pair<Direction>): Promise<PlaneLaw | string>;
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
  let answered = "";
  // Laws take the place of no question, and have numbers of their own.
  let [id, lastPlane] = [0, 0];
  const planes = new Map<number, (law: PlaneLaw | string) => void>();
  const node = Object.assign(new EventTarget(), {
    value: undefined as unknown as BenchAnswer,
    progress: {phase: "resting"} as Progress,
    files: () => wanted,
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
    async plane({report, question: asked}: BenchAnswer, directions: Pair<Direction>) {
      const {stationary} = report;
      if (!stationary) return lacking.hessian;
      if (stationary.floor.value === null) return lacking.edge;
      if (inWorker)
        return new Promise<PlaneLaw | string>(resolve => {
          const own = --lastPlane;
          planes.set(own, resolve);
          send({id: own, plane: directions});
        });
      if (current !== files || answered !== JSON.stringify(asked)) return lacking.worker;
      try {
        return first.plane(directions);
      } catch (error) {
        return sentence(error as Error);
      }
    },
    cancel() {
      worker?.terminate();
      for (const resolve of planes.values()) resolve(lacking.worker);
      planes.clear();
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
      answered = JSON.stringify(step.value.question);
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
    send({id: ++id, files: wanted, names: fieldNames});
  }

  function start(): Worker {
    const started = moduleWorker(import.meta.resolve("../../lib/workbench/benchWorker.js"));
    started.onmessage = ({data}: MessageEvent<BenchMessage>) => {
      if (data.id < 0) hearPlane(data);
      else if (data.id === id) hear(data);
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
    else if ("error" in message) {
      wanted = current;
      tell({phase: "failed", message: message.error});
    }
  }

  function hearPlane(message: BenchMessage): void {
    const resolve = planes.get(message.id);
    planes.delete(message.id);
    if ("law" in message) resolve?.(message.law);
    else if ("error" in message) resolve?.(sentence(new Error(message.error)));
  }

  function opened(): void {
    current = wanted;
    inWorker = true;
    if (question) send({id: ++id, question});
  }
}

/** Why there is no law. */
const lacking = {
  hessian: "With the Hessian, the ellipse in which a run settles would stand here.",
  edge: "The learning rate is beyond the edge, and nothing settles: there is no ellipse.",
  worker: "The work was given up: the ellipse comes with the next answer."
};

const sentence = ({message}: Error): string => `There is no ellipse: ${message}.`;
