import {parentPort, workerData} from "node:worker_threads";
import {createKernel} from "./kernel.js";
import type {Block} from "./plan.js";
import {runBlock} from "./runBlock.js";
import type {Cell, SweepSpec} from "./spec.js";

const spec = workerData as SweepSpec<Cell>;
const kernel = createKernel();

parentPort?.on("message", async (block: Block) => {
  const result = runBlock(await kernel, spec, block);
  parentPort?.postMessage(result, [result.values.buffer as ArrayBuffer]);
});
