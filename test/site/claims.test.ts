import {afterEach, describe, expect, test} from "vitest";
import {buildSite} from "../../tools/site/build.js";
import {siteFixture} from "./siteFixture.js";

let fixture: ReturnType<typeof siteFixture>;
afterEach(() => fixture.remove());

/** A site with one claim, two plus two, whose parts are as given. */
function site(parts: {measured: string; mutant: string}): string {
  const ledger = `
import {ledgerExperiment} from "../lib/claims/ledgerExperiment.js";
const claim = {
  id: "FG-Lem4.1", label: "Lemma 4.1", document: "fisher", section: "4.1", statement: "$2+2=4$",
  assumptions: [], page: null,
  predicted: () => ({sum: [4]}),
  routes: [{method: "enumeration", how: "by counting", measure: () => (${parts.measured})}],
  criterion: {kind: "equal", c: 10},
  mutant: {description: "one more", predicted: () => (${parts.mutant})}
};
export default ledgerExperiment({name: "ledger", seed: 1, claims: [claim]});`;
  fixture = siteFixture({"data/ledger.arrow.ts": ledger, "src/index.md": "# Sum\\n"});
  return fixture.site;
}

const build = (where: string) => buildSite({site: where, log: () => {}});

describe("a build refuses, with the claim's id,", () => {
  test("a claim whose mutant passes", async () => {
    const where = site({measured: "{sum: [4]}", mutant: "{sum: [4]}"});
    await expect(build(where)).rejects.toThrow(/FG-Lem4\.1.*mutant/);
  });

  test("a claim that was not measured where it was predicted", async () => {
    const where = site({measured: "{}", mutant: "{sum: [5]}"});
    await expect(build(where)).rejects.toThrow(/FG-Lem4\.1/);
  });

  test("a claim with a measurement that is no number", async () => {
    const where = site({measured: "{sum: [Number.NaN]}", mutant: "{sum: [5]}"});
    await expect(build(where)).rejects.toThrow(/FG-Lem4\.1/);
  });
});
