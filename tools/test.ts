import {constants} from "node:os";
import {runSteps} from "./gate/runSteps.js";
import {chooseSteps} from "./gate/step.js";
import {steps} from "./gate/steps.js";
import {readCommand} from "./readCommand.js";

const usage = `npm test -- [step …]
  no step       everything but the long steps
  all           everything
${steps.map(({name, about, long}) => `  ${name.padEnd(13)} ${about}${long ? " (long)" : ""}`).join("\n")}

Ends with a table of times and the line "N passed, N failed". The output of a running step is in .cache/gate/. A step
that takes several times as long as it should is ended, and fails.`;

// So that what the steps have started ends with them.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));

/** Steps that run at the same time: most of them keep one to two cores busy. */
const lanes = 2;

const {positionals} = readCommand(usage, {words: true, options: {}});

try {
  if (!(await runSteps(chooseSteps(steps, positionals), {lanes, print: console.log})))
    process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
