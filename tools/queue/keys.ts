import {hash} from "../sweeps/closure.js";

/** What all keys of this project on a server begin with. */
export const prefix = "noisefloor";

/** The runs that producers ask for, by closure hash: `Announcement` as JSON. */
export const runsKey = `${prefix}:runs`;

/** Workers that live, by name: the time of their last sign of life, in milliseconds of the server's clock. */
export const workersKey = `${prefix}:workers`;

/** Workers whose code is another than the run's, by name: the closure hash that theirs has. */
export const refusalsKey = (closure: string) => `${prefix}:refusals:${closure}`;

/** SHA-256 of each result, and who computed it, by index: whoever computes it again must find the same. */
export const sumsKey = (closure: string) => `${prefix}:sums:${closure}`;

/** The result of a job. */
export const resultKey = (closure: string, index: number) => `${prefix}:result:${closure}:${index}`;

/** BullMQ's name for the queue of a run: a worker with other code never sees its jobs. */
export const queueName = (closure: string) => `run-${closure.slice(0, 32)}`;

/** The id of a queue's job; it holds no colon and is no whole number. */
export const jobId = (closure: string, indices: readonly number[]) =>
  `${closure.slice(0, 32)}-${indices[0]}-${hash(indices.join()).slice(0, 8)}`;

/** What a producer says of a run. */
export interface Announcement {
  readonly experiment: string;
  readonly scale: number;
  /** When the producer was last alive, in milliseconds of the server's clock. */
  readonly at: number;
}

/** Milliseconds after its last sign of life for which a producer or a worker counts as there. */
export const alive = 20_000;

/** Milliseconds between two signs of life. */
export const beat = 2_000;

/** The most that one result may have, in bytes. */
export const mostBytes = 8e6;

/** Milliseconds for which a result lies on the server until somebody fetches it. */
export const resultLife = 24 * 3600 * 1000;

/** How often a job may be lost with its worker, and run again, before it counts as failed. */
export const losses = 2;
