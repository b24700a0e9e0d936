import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {type Doubts, doubtsPath} from "../../../tools/claims/doubts.js";
import {evidencePath, readEvidence} from "../../../tools/claims/evidenceFile.js";
import {upToDate} from "../../../tools/preview/upToDate.js";
import {ownClaim} from "../../site/ownClaim.js";
import {siteFixture} from "../../site/siteFixture.js";

const section = (name: string, id: string, lib: string) => ({
  [`claims/own/${name}.ts`]: ownClaim(name, id),
  [`claims/own/${name}.predicted.ts`]: "export const predicted = () => ({sum: [4]});\n",
  [`claims/own/${name}.measured.ts`]: measured(name, lib)
});

/** A measurement that notes that it is made, and waits while there is a file that holds it back. */
const measured = (name: string, lib: string) => `
import {appendFileSync, existsSync} from "node:fs";
import {two} from "../../lib/own/${lib}.js";
export const measured = async () => {
  appendFileSync("LOG", "${name}\\n");
  while ("${name}" === "second" && existsSync("WAIT")) await new Promise(done => setTimeout(done, 20));
  return {sum: [two + two]};
};`;

const ledger = (names: readonly string[]) => `
import {ledgerExperiment} from "../claims/ledger/ledgerExperiment.js";
import {register} from "../claims/ledger/register.js";
${names.map(name => `import {claims as ${name}} from "../claims/own/${name}.js";`).join("\n")}
const sections = {${names.map(name => `"own/${name}": ${name}`).join(", ")}};
const claims = register(Object.values(sections).flat());
export default ledgerExperiment({name: "ledger", seed: 1, claims, sections});`;

const number = `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {two} from "../lib/own/two.js";
export default tableExperiment({
  name: "number", title: "Number", source: "", spec: {}, columns: () => ({two: Float64Array.of(two)})
});`;

let fixture: ReturnType<typeof siteFixture>;
const inSite = (name: string) => join(fixture.site, name);
const write = (name: string, text: string) => {
  const placed = text.replace("LOG", inSite("log")).replace("WAIT", inSite("wait"));
  writeFileSync(inSite(name), placed);
  return inSite(name);
};
const read = (name: string) => readFileSync(inSite(name), "utf8");
const edit = (name: string) => write(name, `${read(name)}// edited\n`);

const stale: string[] = [];
const said: string[] = [];
let shown = 0;
let errors: readonly string[] = [];
/** What pages said of the claims, from change to change: `all` of those that are not named. */
const standings: Record<string, string>[] = [];
const standing = () => {
  const {claims, others}: Doubts = JSON.parse(readFileSync(doubtsPath(fixture.site), "utf8"));
  const named = Object.entries(claims).map(([key, doubt]) => [key, doubt.standing]);
  return Object.fromEntries([...named, ...(others ? [["all", others.standing]] : [])]);
};
let bringUpToDate: ReturnType<typeof upToDate>;
/** What ran in a round after `paths` have changed, what it called stale and how often it had new badges. */
async function round(paths: readonly string[], signal?: AbortSignal) {
  for (const list of [stale, said, standings]) list.length = 0;
  shown = 0;
  rmSync(inSite("log"), {force: true});
  await bringUpToDate(new Set(paths), signal);
  const ran = existsSync(inSite("log")) ? read("log").trim().split("\n").sort() : [];
  return {ran, stale: stale.map(path => path.replace(/^.*\/|\.arrow\.ts$/g, "")).sort(), shown};
}
const evidence = () => readEvidence(evidencePath(fixture.site));

beforeAll(async () => {
  fixture = siteFixture({
    ...section("first", "FG-Lem4.1", "two"),
    ...section("second", "FG-Thm4.3", "deux"),
    "lib/own/two.ts": "export const two = 2;\n",
    "lib/own/deux.ts": "export const two = 2;\n",
    "lib/own/unrelated.ts": "export const three = 3;\n",
    "data/ledger.arrow.ts": ledger(["first", "second"]),
    "data/number.arrow.ts": number
  });
  for (const name of ["first", "second"])
    write(`claims/own/${name}.measured.ts`, read(`claims/own/${name}.measured.ts`));
  process.env.NOISEFLOOR_STORE = inSite("store");
  bringUpToDate = upToDate({
    site: fixture.site,
    scale: 1,
    onStale: loader => stale.push(loader),
    onEvidence: () => shown++,
    onDoubts: () => standings.push(standing()),
    onErrors: messages => {
      errors = messages;
    },
    say: line => said.push(line)
  });
  expect(standing()).toEqual({all: "being checked"});
  const first = await round([fixture.site]);
  expect(standings).toEqual([{}]);
  expect(first).toEqual({ran: ["first", "second"], stale: [], shown: 1});
  expect(Object.keys(evidence())).toEqual(["FG-Lem4.1", "FG-Thm4.3"]);
}, 120_000);
afterAll(() => {
  delete process.env.NOISEFLOOR_STORE;
  fixture?.remove();
});
beforeEach(() => rmSync(inSite("wait"), {force: true}));

test("an edit of a section re-runs that section", async () => {
  const path = edit("claims/own/first.measured.ts");
  expect(await round([path])).toEqual({ran: ["first"], stale: ["ledger"], shown: 0});
  expect(standings).toEqual([{"FG-Lem4.1": "being checked"}, {}]);
});

test("an edit in lib/ re-runs the sections that import it, and makes other loaders of it stale", async () => {
  const [two, deux] = [edit("lib/own/two.ts"), inSite("lib/own/deux.ts")];
  expect(await round([two])).toEqual({ran: ["first"], stale: ["ledger", "number"], shown: 0});
  write("lib/own/deux.ts", "export const two = 2 + 2 ** -51;\n");
  expect(await round([deux])).toEqual({ran: ["second"], stale: ["ledger"], shown: 1});
  expect(evidence()["FG-Thm4.3"].routes[0].outcomes[0].measured).toBe(4 + 2 ** -50);
});

test("an unrelated edit bundles nothing", async () => {
  expect(await round([edit("lib/own/unrelated.ts")])).toEqual({ran: [], stale: [], shown: 0});
  expect(said).toEqual([]);
});

test("a new section runs alone", async () => {
  for (const [path, text] of Object.entries(section("third", "FG-LemA.1", "two")))
    write(path, text);
  const path = write("data/ledger.arrow.ts", ledger(["first", "second", "third"]));
  expect(await round([path])).toEqual({ran: ["third"], stale: ["ledger"], shown: 1});
  expect(Object.keys(evidence())).toHaveLength(3);
});

test("a broken section is named, and the others keep their results", async () => {
  const before = evidence();
  const [two, broken] = [edit("lib/own/two.ts"), inSite("claims/own/third.predicted.ts")];
  write("claims/own/third.predicted.ts", "export const predicted = () => ({sum: [5]});\n");
  expect((await round([two, broken])).ran).toEqual(["first", "third"]);
  // Before or after what is said of the other loader, which is bundled meanwhile.
  expect(said).toContainEqual(
    expect.stringMatching(/claims\/.*:\d+ claim FG-LemA\.1: .*sum: predicted 5, measured 4/)
  );
  expect(evidence()).toEqual(before);
  expect(standings).toEqual([
    {"FG-Lem4.1": "being checked", "FG-LemA.1": "being checked"},
    {"FG-LemA.1": "not confirmed"}
  ]);
  expect(errors.join("\n")).toContain("claim FG-LemA.1: ");
  write("claims/own/third.predicted.ts", "export const predicted = () => ({sum: [4]});\n");
  expect((await round([broken])).ran).toEqual(["third"]);
  expect(standings).toEqual([{"FG-LemA.1": "being checked"}, {}]);
  expect(errors).toEqual([]);
});

test("a file that cannot be bundled is complained of, and mended by the next edit", async () => {
  const path = inSite("lib/own/two.ts");
  const before = read("lib/own/two.ts");
  write("lib/own/two.ts", "export const two = ;\n");
  expect((await round([path])).ran).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/lib\/own\/two\.ts:1 Unexpected ";"/)]);
  expect(errors).toEqual(said);
  const keys = ["FG-Lem4.1", "FG-LemA.1"];
  expect(standings).toEqual(
    ["being checked", "not confirmed"].map(each => Object.fromEntries(keys.map(key => [key, each])))
  );
  write("lib/own/two.ts", `${before}// mended\n`);
  expect((await round([path])).ran).toEqual(["first", "third"]);
  expect(standings.at(-1)).toEqual({});
  expect(errors).toEqual([]);
});

test("a round that is overtaken keeps what it has finished; the next one does the rest", async () => {
  writeFileSync(inSite("wait"), "");
  const paths = ["claims/own/first.measured.ts", "claims/own/second.measured.ts"].map(edit);
  const controller = new AbortController();
  const running = round(paths, controller.signal);
  const store = inSite("store/ledger.jobs");
  const kept = () => readdirSync(store).filter(file => file.startsWith("own.first")).length;
  const before = kept();
  await expect.poll(kept, {timeout: 60_000}).toBeGreaterThan(before);
  controller.abort(new Error("overtaken"));
  await running;
  expect(said).toHaveLength(1);
  rmSync(inSite("wait"));
  expect((await round([edit("lib/own/unrelated.ts")])).ran).toEqual(["second"]);
});
