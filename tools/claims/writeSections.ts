// Writes the list of sections: npx tsx tools/claims/writeSections.ts
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {sectionsFile, sectionsPath} from "./sectionsFile.js";

writeFileSync(join(root, sectionsPath), sectionsFile());
