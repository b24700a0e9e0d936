import {parseArgs} from "node:util";
import {fonts} from "../../tools/site/fonts.js";
import {vendor} from "../../tools/site/vendor.js";

const {values} = parseArgs({args: process.argv.slice(3), options: {font: {type: "string"}}});
const font = fonts.find(({name}) => name === values.font);
if (!font)
  throw new Error(`no font ${values.font}; there are ${fonts.map(f => f.name).join(", ")}`);
await vendor(font.file);
