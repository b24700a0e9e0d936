import {serverAddress} from "./address.js";
import {type Library, queueLibrary, type Redis} from "./library.js";

/** Milliseconds that a server may take to answer at first. */
const patience = 10_000;

/** A server with Redis' protocol that queues can lie on. */
export interface Server {
  readonly library: Library;
  /** For what is not BullMQ's; waits while the server is away. */
  readonly redis: Redis;
  /** What BullMQ's classes are given as their connection. */
  readonly connection: object;
  /** Where it is, without user and password. */
  readonly place: string;
  /** A text without the password. */
  readonly redact: (text: string) => string;
  close(): void;
}

/**
 * Connects to the server of a queue, `redis://[[user]:password@]host[:port][/db]` or the same with `rediss:` for TLS.
 *
 * @throws RangeError unless the address is such a one; where the server does not answer, and where it may throw
 * away what is stored when its memory is full: its `maxmemory-policy` must be `noeviction`
 */
export async function connect(address: string): Promise<Server> {
  const url = serverAddress(address);
  const place = `${url.hostname}:${url.port || 6379}`;
  const secrets = [url.password, decodeURIComponent(url.password)].filter(Boolean);
  const redact = (text: string) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), text);
  const library = await queueLibrary();
  const options = {maxRetriesPerRequest: null, enableReadyCheck: true, lazyConnect: true};
  const redis = new library.Redis(url.href, {
    ...options,
    retryStrategy: (times: number) => Math.min(100 * times, 2000)
  });
  let away = "";
  redis.on("error", ({message}) => (away = message));
  const close = () => redis.disconnect();
  const late = new Promise<never>((_, reject) =>
    setTimeout(
      () => reject(new Error(`the server ${place} does not answer: ${redact(away) || "timeout"}`)),
      patience
    ).unref()
  );
  try {
    const connecting = redis.connect().then(() => redis.info("memory"));
    // A server that is being started answers later; one that refuses the password never does.
    const info = await Promise.race([connecting.catch(error => giveUp(error, redis, late)), late]);
    const [, policy = ""] = /^maxmemory_policy:(\S+)/m.exec(info) ?? [];
    if (policy && policy !== "noeviction")
      throw new Error(
        `the server ${place} has maxmemory-policy ${policy} and may throw jobs away; it must be noeviction`
      );
  } catch (error) {
    close();
    throw new Error(redact((error as Error).message));
  }
  const connection = {url: url.href, maxRetriesPerRequest: null};
  reportAbsence(redis, place, redact);
  return {library, redis, connection, place, redact, close};
}

/** What is asked of a server again while it is not there. */
async function giveUp(error: Error, redis: Redis, late: Promise<never>): Promise<string> {
  if (/WRONGPASS|NOAUTH|NOPERM|ERR /.test(error.message)) throw error;
  return Promise.race([redis.info("memory"), late]);
}

/** Says when the server goes and when it is back, once each. */
function reportAbsence(redis: Redis, place: string, redact: (text: string) => string): void {
  let gone = false;
  redis.on("error", ({message}) => {
    if (!gone) console.error(`the server ${place} is away (${redact(message)}); waiting for it`);
    gone = true;
  });
  redis.on("ready", () => {
    if (gone) console.error(`the server ${place} is back`);
    gone = false;
  });
}
