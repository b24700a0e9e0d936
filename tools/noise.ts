import {noiseCommand} from "./noise/command.js";
import {noiseOptions} from "./noise/options.js";
import {usageOf} from "./noise/usage.js";
import {readCommand} from "./readCommand.js";

const usage = usageOf("npm run noise --");
await noiseCommand(readCommand(usage, {words: true, options: noiseOptions}));
