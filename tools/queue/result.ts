import {hash} from "../sweeps/closure.js";
import {fromExactJson, toExactJson} from "../sweeps/exactJson.js";

/** A job's result as it lies on a server. */
export interface Result {
  readonly result: unknown;
  /** What it took the thread that computed it. */
  readonly seconds: number;
  readonly worker: string;
}

/** A result as text, and the SHA-256 of what it says: the same for whoever computes it. */
export function writeResult({result, seconds, worker}: Result): {text: string; sha256: string} {
  const body = toExactJson({result});
  const sha256 = hash(body);
  return {text: `${JSON.stringify({sha256, seconds, worker})}\n${body}`, sha256};
}

/** What `writeResult` wrote; undefined for anything else. */
export function readResult(text: string): Result | undefined {
  const end = text.indexOf("\n");
  try {
    const {sha256, seconds, worker} = JSON.parse(text.slice(0, end));
    const body = text.slice(end + 1);
    if (hash(body) !== sha256) return undefined;
    return {result: fromExactJson<{result: unknown}>(body).result, seconds, worker};
  } catch {
    return undefined;
  }
}

/** Why a job of the queue failed, as BullMQ carries it. */
export interface Failure {
  readonly index: number;
  readonly message: string;
}

export const writeFailure = (failure: Failure): string => JSON.stringify(failure);

/** What `writeFailure` wrote; undefined for a reason of BullMQ's own. */
export function readFailure(reason: string): Failure | undefined {
  try {
    const {index, message} = JSON.parse(reason);
    return Number.isInteger(index) && typeof message === "string" ? {index, message} : undefined;
  } catch {
    return undefined;
  }
}
