import {spawnSync} from "node:child_process";
import {relative} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {root} from "../../tools/root.js";
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

/** Runs `npm run build`, past npm, on the site. */
function build(where: string): {status: number | null; stderr: string} {
  const args = ["--import", "tsx", "tools/build.ts", where];
  const {status, stderr} = spawnSync(process.execPath, args, {cwd: root, encoding: "utf8"});
  return {status, stderr: stderr.replaceAll(`${relative(root, where)}/`, "")};
}

describe("a build exits with 1 and names the claim, its file and its line, on", () => {
  test.each([
    ["a mutant that passes", "{sum: [4]}", "{sum: [4]}", /mutant passes/],
    ["no measurement of what was predicted", "{}", "{sum: [5]}", /predicted has cases sum/],
    ["a measurement that is no number", "{sum: [Number.NaN]}", "{sum: [5]}", /NaN|finite/]
  ])("%s", (_, measured, mutant, message) => {
    const {status, stderr} = build(site({measured, mutant}));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^data\/ledger\.arrow\.ts:4 claim FG-Lem4\.1: /m);
    expect(stderr).toMatch(message);
  });
});
