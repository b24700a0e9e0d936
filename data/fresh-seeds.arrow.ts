import {freshSeedsExperiment} from "../lib/claims/freshSeedsExperiment.js";
import {registry} from "../lib/claims/registry.js";

export default freshSeedsExperiment({name: "fresh-seeds", seed: 1, seeds: 2, claims: registry});
