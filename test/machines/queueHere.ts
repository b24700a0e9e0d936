import {queueLibrary} from "../../tools/queue/library.js";
import {redisPath} from "./processes.js";

/** Whether a queue can be had here: a server, and BullMQ in tools/queue, installed where the registry answers. */
export async function queueHere(): Promise<boolean> {
  if (redisPath === undefined) return missing("no redis-server or valkey-server: npm run servers");
  try {
    await queueLibrary();
    return true;
  } catch (error) {
    return missing((error as Error).message);
  }
}

function missing(reason: string): false {
  console.error(`tests of the queue are not run here: ${reason}`);
  return false;
}
