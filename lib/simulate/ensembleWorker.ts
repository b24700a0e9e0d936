// The entry of a module worker that runs ensembles which share a preconditioner.
import {answerLatest} from "../answerLatest.js";
import {ensembleRuns} from "./ensembleRuns.js";

answerLatest(ensembleRuns);
