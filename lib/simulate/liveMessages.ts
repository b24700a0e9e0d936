import type {LiveCell} from "./liveRun.js";
import type {Cell, SweepSpec} from "./spec.js";

/** To the live worker: start (which ends what runs), or stop. */
export type LiveRequest =
  | {
      readonly type: "start";
      /** Comes back with every report, so that late ones can be told apart. */
      readonly id: number;
      readonly spec: SweepSpec<Cell>;
      readonly stepsPerFrame: number;
      /** The only steps that make a frame, ascending; without it, every `stepsPerFrame`. */
      readonly at?: readonly number[];
      /** The least time between frames in milliseconds; 0: as fast as it goes. */
      readonly frameInterval: number;
    }
  | {readonly type: "stop"};

/** From the live worker. `done` follows the last frame; `error` ends the run. */
export type LiveReport =
  | {readonly type: "frame"; readonly id: number; readonly cells: readonly LiveCell[]}
  | {readonly type: "done"; readonly id: number}
  | {readonly type: "error"; readonly id: number; readonly message: string};
