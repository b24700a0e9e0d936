import {freshSeedsExperiment} from "../claims/ledger/freshSeedsExperiment.js";
import {registry} from "../claims/ledger/registry.js";

export default freshSeedsExperiment({name: "fresh-seeds", seed: 1, seeds: 2, claims: registry});
