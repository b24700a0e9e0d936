import {previewDoubts} from "../tools/claims/doubts.js";
import {evidencePath, withDoubts} from "../tools/claims/evidenceFile.js";
import {claimsEvidence} from "../tools/markdown/claimsTable.js";
import {evidenceReader} from "../tools/markdown/evidence.js";

const site = process.cwd();
const evidence = withDoubts(evidenceReader(evidencePath(site))(), previewDoubts(site));
process.stdout.write(JSON.stringify(claimsEvidence(Object.values(evidence))));
