import {typeStylesheet} from "../tools/site/fonts.js";

process.stdout.write(typeStylesheet({built: "NOISEFLOOR_OUTPUT" in process.env}));
