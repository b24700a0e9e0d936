import {freshSeedsExperiment} from "../claims/ledger/freshSeedsExperiment.js";
import {registry} from "../claims/ledger/registry.js";
import {sections} from "../claims/ledger/sections.js";

export default freshSeedsExperiment({
  name: "fresh-seeds",
  seed: 1,
  seeds: 2,
  claims: registry,
  sections
});
