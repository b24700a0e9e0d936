import {commandPath, installPackage} from "./browser/systemPackage.js";
import {readCommand} from "./readCommand.js";

const usage = `npm run servers

Installs what runs sweeps on several machines, where this is Debian and the user may: redis-server for
--engine redis://…, slurm-wlm for --engine slurm, and BullMQ in tools/queue. Says what is there.`;

readCommand(usage, {options: {}});

for (const [command, names] of [
  ["redis-server", ["redis-server", "valkey-server"]],
  ["sbatch", ["slurm-wlm"]]
] as const) {
  const path =
    commandPath([command]) ?? (installPackage(names) ? commandPath([command]) : undefined);
  console.log(`${command}: ${path ?? "not here, and not to be installed"}`);
  if (path === undefined) process.exitCode = 1;
}
try {
  const {queueLibrary} = await import("./queue/library.js");
  await queueLibrary();
  console.log("bullmq: in tools/queue");
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
