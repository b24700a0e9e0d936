// One worker thread of a sweep: imports the experiment's bundle and runs the jobs that it is sent.
import {parentPort, workerData} from "node:worker_threads";

const {default: original} = await import(workerData.bundle);
const experiment = workerData.settings ? original.vary(workerData.settings) : original;
parentPort.on("message", async ({index, job}) => {
  try {
    parentPort.postMessage({index, result: await experiment.run(job)});
  } catch (error) {
    parentPort.postMessage({index, error: error instanceof Error ? error.message : String(error)});
  }
});
parentPort.postMessage({ready: true});
