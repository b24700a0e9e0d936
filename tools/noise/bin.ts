#!/usr/bin/env node
import {software} from "../../lib/workbench/export/software.js";
import {readCommand} from "../readCommand.js";
import {noiseCommand} from "./command.js";
import {noiseOptions} from "./options.js";
import {usageOf} from "./usage.js";

// What the published package runs as `noisefloor`.
const usage = `noisefloor noise FILE [options]
  how noisy the gradients in FILE are; noisefloor noise --help lists the options
noisefloor --version`;

const [command, ...rest] = process.argv.slice(2);
if (command === "noise")
  await noiseCommand(
    readCommand(usageOf("noisefloor noise"), {words: true, options: noiseOptions}, rest)
  );
else if (command === "--version") console.log(software);
else if (command === "--help" || command === undefined) console.log(usage);
else {
  console.error(`command must be noise; got ${command}; --help lists what there is`);
  process.exitCode = 1;
}
