// Writes the lists of sections: npx tsx tools/claims/writeSections.ts
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {sectionFiles} from "./sectionsFile.js";

for (const [path, text] of Object.entries(sectionFiles())) writeFileSync(join(root, path), text);
