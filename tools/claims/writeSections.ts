// Writes the lists of sections: npx tsx tools/claims/writeSections.ts
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {readCommand} from "../readCommand.js";
import {root} from "../root.js";
import {sectionFiles} from "./sectionsFile.js";

readCommand(`npx tsx tools/claims/writeSections.ts\n  writes the lists of sections`, {options: {}});

for (const [path, text] of Object.entries(sectionFiles())) writeFileSync(join(root, path), text);
