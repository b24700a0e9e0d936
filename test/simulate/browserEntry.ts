import {execute} from "../../lib/simulate/execute.js";
import type {Cell, SweepSpec} from "../../lib/simulate/spec.js";
import {resultBytes} from "../../lib/simulate/summary.js";

Object.assign(globalThis, {
  sweepBytes: async (spec: SweepSpec<Cell>) => Array.from(resultBytes(await execute(spec)))
});
