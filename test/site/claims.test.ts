import {afterEach, describe, expect, test} from "vitest";
import {runTool} from "./runTool.js";
import {siteFixture} from "./siteFixture.js";

let fixture: ReturnType<typeof siteFixture>;
afterEach(() => fixture.remove());

/** A site with one claim, two plus two, whose parts are as given. */
function site({
  id = "FG-Lem4.1",
  measured = "{sum: [4]}",
  mutant = "{sum: [5]}",
  last = ""
}): string {
  const ledger = `
import {ledgerExperiment} from "../claims/ledger/ledgerExperiment.js";
import {register} from "../claims/ledger/register.js";
const claim = {
  id: "${id}", statement: "$2+2=4$", assumptions: [],
  predicted: () => ({sum: [4]}),
  routes: [{method: "enumeration", how: "by counting", measure: () => (${measured})}],
  criterion: {kind: "equal", c: 10},
  mutant: {description: "one more", predicted: () => (${mutant})},
  ${last}
};
export default ledgerExperiment({name: "ledger", seed: 1, claims: register([claim])});`;
  fixture = siteFixture({"data/ledger.arrow.ts": ledger, "src/index.md": "# Sum\\n"});
  return fixture.site;
}

describe("a build exits with 1 and names the claim, its file and its line, on", () => {
  test.each([
    ["a mutant that passes", {mutant: "{sum: [4]}"}, /mutant passes/],
    ["no measurement of what was predicted", {measured: "{}"}, /predicted has cases sum/],
    ["a measurement that is no number", {measured: "{sum: [Number.NaN]}"}, /NaN|finite/],
    ["no mutant", {last: "mutant: undefined"}, /it has no mutant/],
    ["no measurement", {last: "routes: []"}, /it has no measurement/],
    ["an id that is not in the inventory", {id: "FG-Lem99.9"}, /its id is not in the inventory/],
    [
      "a correction on one route alone",
      {last: 'printed: {formula: "$2+2=5$", weight: "formula", predicted: () => ({sum: [5]})}'},
      /needs two independent routes; it has one/
    ]
  ])("%s", (_, parts, message) => {
    const {status, said} = runTool("build", site(parts));
    expect(status).toBe(1);
    expect(said).toMatch(/^data\/ledger\.arrow\.ts:5 claim FG-Lem(4\.1|99\.9): /m);
    expect(said).toMatch(message);
  });
});
