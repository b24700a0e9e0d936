import {join} from "node:path";
import {readCommand} from "../readCommand.js";
import {isMain, root} from "../root.js";
import {writeWhole} from "../sweeps/writeWhole.js";
import {type CostCall, type CostProblem, costCalls, costProblem} from "./costCalls.js";

const orders = [10, 100, 300];

/** The least time that is measured: the system's clock of the processor counts in microseconds. */
const shortest = 1e-3;

/** Seconds of the processor that one call takes: the least of a few, after one to warm up. */
async function secondsOf({run}: CostCall, problem: CostProblem): Promise<number> {
  let least = Infinity;
  let total = 0;
  let calls = 1;
  for (let i = 0; i < 2 || (total < 0.3 && i < 20); i++) {
    const start = process.cpuUsage();
    for (let k = 0; k < calls; k++) await run(problem);
    const {user, system} = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    total += seconds;
    if (seconds < shortest) calls *= 4;
    else if (i > 0 || seconds > 3) least = Math.min(least, seconds / calls);
    if (seconds > 3) break;
  }
  return least;
}

/** Lines `name, d, rows, seconds` with tabs, those of one function together, orders ascending. */
export async function costLines(sizes: readonly number[] = orders): Promise<string[]> {
  const lines = new Map<string, string[]>([...costCalls.keys()].sort().map(name => [name, []]));
  for (const d of sizes) {
    const problem = costProblem(d);
    for (const [name, call] of costCalls) {
      const seconds = await secondsOf(call, problem);
      const rows = call.usesRows ? String(problem.rows) : "";
      lines.get(name)?.push([name, d, rows, seconds.toPrecision(2)].join("\t"));
    }
  }
  return [...lines.values()].flat();
}

const usage = `npx tsx tools/bench/writeCosts.ts
  times a call of every public function at d = ${orders.join(", ")} and writes docs/costs.tsv`;

if (isMain(import.meta.url)) {
  readCommand(usage, {options: {}});
  const lines = await costLines();
  writeWhole(join(root, "docs/costs.tsv"), `name\td\trows\tseconds\n${lines.join("\n")}\n`);
}
