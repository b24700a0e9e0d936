import {parseArgs} from "node:util";
import {publish} from "../../tools/sweeps/publish.js";

const {values} = parseArgs({
  args: process.argv.slice(3),
  options: {experiment: {type: "string", default: ""}}
});
const {sidecar} = await publish(`data/${values.experiment}.arrow.ts`);
process.stdout.write(JSON.stringify(sidecar));
