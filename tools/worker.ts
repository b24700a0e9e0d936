import {availableParallelism} from "node:os";
import {readCommand, wholeNumber} from "./readCommand.js";

const usage = `npm run worker -- redis://[[user]:password@]host[:port] [options]
  --workers n   worker threads; default: one per core

Runs the jobs of npm run data -- … --engine redis://…, until Ctrl-C. Takes part in runs whose code is that of this
checkout, byte for byte, and says which it refuses. rediss:// is the same with TLS. docs/machines.md has the rest.`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {workers: {type: "string"}}
});

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    // A terminal that is closed may hang up twice.
    if (stop.signal.aborted && signal !== "SIGHUP") process.exit(130);
    stop.abort(new Error("stopped"));
  });

try {
  const [address, ...more] = positionals;
  if (address === undefined || more.length)
    throw new Error(`one server must be named, as redis://host:6379; got ${positionals.length}`);
  const most = 4 * availableParallelism();
  const threads =
    values.workers === undefined
      ? availableParallelism()
      : wholeNumber("workers", values.workers, 1, most);
  const {connect} = await import("./queue/server.js");
  const {serve} = await import("./queue/serve.js");
  const {ensureKernels} = await import("./kernel.js");
  ensureKernels();
  const server = await connect(address);
  try {
    await serve(server, {threads, signal: stop.signal, log: line => console.error(line)});
  } finally {
    server.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
