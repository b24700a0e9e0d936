import {runLive} from "../lib/simulate/liveClient.js";
import type {LiveCell} from "../lib/simulate/liveRun.js";
import type {SweepSpec} from "../lib/simulate/spec.js";
import {element} from "./element.js";
import type {Latest} from "./latest.js";
import {moduleWorker} from "./moduleWorker.js";

export interface LiveSweepOptions<Frame> {
  readonly spec: SweepSpec;
  readonly stepsPerFrame: number;
  /** What to keep of a frame. */
  readonly summarise: (cells: readonly LiveCell[]) => Frame;
}

export type LiveSweep<Frame> = HTMLElement & {value: readonly Frame[]; stop(): void};

/** The worker that runs sweeps beside the page. */
export function liveWorker(): Worker {
  return moduleWorker(import.meta.resolve("../lib/simulate/liveWorker.js"));
}

/**
 * A button that runs a sweep on a worker and can stop it; its value, for `view(…)`, is the list of
 * frames so far. Nothing runs before the reader asks for it, and the run ends by itself.
 */
export function liveSweep<Frame>(
  worker: Worker,
  {spec, stepsPerFrame, summarise}: LiveSweepOptions<Frame>
): LiveSweep<Frame> {
  const button = element("button", {type: "button"}, "▶ run it here");
  const status = element("span", {role: "status"});
  const node = element("div", {class: "actions"}, button, status) as unknown as LiveSweep<Frame>;
  const total = Math.max(...spec.cells.map(cell => cell.steps));
  let frames: Frame[] = [];
  let stop: (() => void) | undefined;
  node.value = frames;
  node.stop = () => {
    stop?.();
    stop = undefined;
    button.textContent = "▶ run it here";
  };
  const publish = () => {
    node.value = frames;
    node.dispatchEvent(new Event("input", {bubbles: true}));
  };
  button.addEventListener("click", () => {
    if (stop) {
      node.stop();
      status.textContent = "stopped";
      return;
    }
    frames = [];
    button.textContent = "■ stop";
    stop = runLive(worker, spec, {
      stepsPerFrame,
      onFrame: cells => {
        frames = [...frames, summarise(cells)];
        status.textContent = `step ${cells[0].step} of ${total}, ${spec.replicates} replicates`;
        publish();
      },
      onDone: node.stop,
      onError: message => {
        node.stop();
        status.textContent = message;
      }
    });
  });
  return node;
}

/** A sweep, and the steps at which its iterates are wanted; the last unless given. */
export interface LiveQuestion {
  readonly spec: SweepSpec;
  readonly at?: readonly number[];
}

/** What a worker answers: the cells at each of the steps. */
export interface LiveAnswer {
  readonly question?: LiveQuestion;
  readonly frames: readonly (readonly LiveCell[])[];
}

/** The answer to no question, with which a page draws before there is another. */
export const noAnswer: LiveAnswer = {frames: []};

/**
 * Sweeps that follow a control: each runs on the worker in place of the one before, in pieces between
 * which it can be given up. Its `value`, for `Generators.input`, is what the last one gave.
 */
export function liveAnswers(worker: Worker, first?: LiveAnswer): Latest<LiveQuestion, LiveAnswer> {
  let stop = () => {};
  const node = Object.assign(new EventTarget(), {
    value: first as LiveAnswer,
    ask(question: LiveQuestion) {
      stop();
      const {spec} = question;
      const frames: (readonly LiveCell[])[] = [];
      stop = runLive(worker, spec, {
        stepsPerFrame: 500,
        at: question.at ?? [Math.max(...spec.cells.map(cell => cell.steps))],
        frameInterval: 0,
        onFrame: cells => void frames.push(cells),
        onDone: () => {
          node.value = {question, frames};
          node.dispatchEvent(new Event("input"));
        },
        onError: message => {
          throw new Error(message);
        }
      });
    }
  });
  return node;
}

/** The replicates of a cell in the plane as points, times a factor. */
export function planePoints({states}: LiveCell, factor = 1): [number, number][] {
  return Array.from({length: states.length / 2}, (_, r) => [
    factor * states[2 * r],
    factor * states[2 * r + 1]
  ]);
}
