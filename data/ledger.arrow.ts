import {ledgerExperiment} from "../claims/ledger/ledgerExperiment.js";
import {registry} from "../claims/ledger/registry.js";

export default ledgerExperiment({name: "ledger", seed: 1, claims: registry});
