import {integer} from "../check.js";
import {gaussianStream} from "../random/gaussianStream.js";
import {type StreamAddress, streamState} from "../random/stream.js";
import {type AdaptiveEnsembleOptions, adaptiveEnsemble, type Plane} from "./adaptiveEnsemble.js";

/** An ensemble, and the address of the stream that its normals come from. */
export interface EnsembleRun extends Omit<AdaptiveEnsembleOptions, "next"> {
  readonly address: StreamAddress;
}

export interface EnsembleQuestion {
  readonly runs: readonly EnsembleRun[];
  /** Updates of each, ≥ 0. */
  readonly steps: number;
}

export interface EnsembleTrack {
  /** Coordinates of the iterates after the last update, in pairs. */
  readonly states: Float64Array;
  /** Second moment of the iterates after 0, 1, … updates: one more than there are updates. */
  readonly moments: readonly Plane[];
}

/** Updates between two points at which the work can be given up. */
const piece = 20;

/**
 * Runs ensembles one after another and follows their second moments. Yields between pieces of the work,
 * so that a worker can hear that nobody waits for it any more.
 *
 * @throws RangeError unless steps is an integer ≥ 0
 */
export function* ensembleRuns({runs, steps}: EnsembleQuestion): Generator<void, EnsembleTrack[]> {
  integer("steps", steps, 0);
  const tracks: EnsembleTrack[] = [];
  for (const {address, ...options} of runs) {
    const ensemble = adaptiveEnsemble({...options, next: gaussianStream(streamState(address))});
    const moments = [ensemble.secondMoment()];
    for (let t = 1; t <= steps; t++) {
      ensemble.advance();
      moments.push(ensemble.secondMoment());
      if (t % piece === 0) yield;
    }
    tracks.push({states: ensemble.states, moments});
  }
  return tracks;
}
