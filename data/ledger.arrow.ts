import {ledgerExperiment} from "../lib/claims/ledgerExperiment.js";
import {registry} from "../lib/claims/registry.js";

export default ledgerExperiment({name: "ledger", seed: 1, claims: registry});
