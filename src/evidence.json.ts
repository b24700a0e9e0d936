import {evidencePath, readEvidence} from "../tools/claims/evidenceFile.js";
import {claimsEvidence} from "../tools/markdown/claimsTable.js";

const evidence = Object.values(readEvidence(evidencePath(process.cwd())));
process.stdout.write(JSON.stringify(claimsEvidence(evidence)));
