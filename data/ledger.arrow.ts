import {ledgerExperiment} from "../claims/ledger/ledgerExperiment.js";
import {registry} from "../claims/ledger/registry.js";
import {sections} from "../claims/ledger/sections.js";
import * as sides from "../claims/ledger/sides.js";

export default ledgerExperiment({name: "ledger", seed: 1, claims: registry, sections, sides});
