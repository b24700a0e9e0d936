import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {documents} from "../../../claims/documents.js";
import type {Claim} from "../../../claims/ledger/claim.js";
import {originOf} from "../../../claims/ledger/origin.js";
import {sections} from "../../../claims/ledger/sections.js";
import * as sides from "../../../claims/ledger/sides.js";
import {importsOf, meetings, sectionsOf} from "../../../tools/claims/closures.js";
import {strayFunctions} from "../../../tools/claims/origins.js";
import {sectionFiles} from "../../../tools/claims/sectionsFile.js";
import {root as projectRoot} from "../../../tools/root.js";

describe("the sections of this project", async () => {
  const found = sectionsOf();
  const imports = await importsOf(found);

  it.each(Object.entries(sectionFiles()))(
    "are those of %s, as tools/claims/writeSections.ts writes it",
    (path, text) => expect(readFileSync(join(projectRoot, path), "utf8")).toBe(text)
  );

  it.each(found.map(section => [section.name, section] as const))(
    "%s: predicted and measured meet in the allow-list only",
    async (name, section) => {
      expect(meetings(section, imports)).toEqual([]);
      expect(await strayFunctions(section, sections[name])).toEqual([]);
    }
  );

  it("are all the files of claims that the documents' folders hold", () => {
    const files = documents.flatMap(({id}) =>
      readdirSync(join(projectRoot, "claims", id)).map(file => `${id}/${file}`)
    );
    const claims = files.filter(
      file => /^[^.]+\.ts$/.test(file) && !file.endsWith("/inventory.ts")
    );
    expect(claims.map(file => file.replace(".ts", "")).sort()).toEqual(
      found.map(({name}) => name).sort()
    );
  });

  it("notice a formula or a measurement from elsewhere", async () => {
    const section = found.find(({name}) => name === "fisher/alignment")!;
    const [claim] = sections[section.name];
    if ("reason" in claim) throw new Error("the first claim must be checkable");
    const [route] = claim.routes;
    const inline = {...claim, predicted: () => ({})} as Claim;
    const swapped = {...claim, routes: [{...route, measure: claim.predicted}]} as Claim;
    expect(await strayFunctions(section, [inline])).toEqual([
      "FG-Lem4.1: a formula of it is not an export of claims/fisher/alignment.predicted.ts"
    ]);
    expect(await strayFunctions(section, [swapped])).toEqual([
      "FG-Lem4.1: a measurement of it is not an export of claims/fisher/alignment.measured.ts"
    ]);
    expect(originOf(claim, section.name, sides)).toEqual({
      section: "fisher/alignment",
      predicted: "withoutReplacement",
      measured: "subsetsAndIndicators"
    });
    expect(originOf(claim, "fisher/diffusion", sides)).toBeNull();
  });
});

describe("planted in another project", () => {
  let root = "";
  const plant = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(join(root, path), text);
    }
  };
  const problemsOf = async (name: string) => {
    const section = sectionsOf(root).find(section => section.name === name)!;
    return meetings(section, await importsOf([section], root));
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "closures-"));
    plant({
      "lib/formula.ts": "export const two = () => 2;",
      "lib/wrapper.ts": 'export {two} from "./formula.js";',
      "lib/check.ts": "export const check = (x: number) => x;",
      "lib/types.ts": "export interface Two { two: number }\nexport const value = 1;",
      "claims/ledger/claim.ts": "export const claim = 1;",
      "claims/x/sound.predicted.ts":
        'import {two} from "../../lib/formula.js"; import {check} from "../../lib/check.js"; import type {Two} from "../../lib/types.js";\nexport const p = (): Two => ({two: check(two())});',
      "claims/x/sound.measured.ts":
        'import {check} from "../../lib/check.js"; import type {Two} from "../../lib/types.js";\nexport const m = (): Two => ({two: check(1 + 1)});',
      "claims/x/sound.ts":
        'import {claim} from "../ledger/claim.js"; import {p} from "./sound.predicted.js"; import {m} from "./sound.measured.js";\nexport const claims = [claim, p, m];',
      "claims/x/circular.predicted.ts":
        'import {two} from "../../lib/formula.js";\nexport const p = () => two();',
      "claims/x/circular.measured.ts":
        'import {two} from "../../lib/wrapper.js";\nexport const m = () => two();',
      "claims/x/circular.ts":
        'import {p} from "./circular.predicted.js"; import {two} from "../../lib/formula.js";\nexport const claims = [p, two];',
      "claims/x/alone.predicted.ts": "export const p = 1;",
      "claims/x/alone.ts": "export const claims = [];"
    });
  });
  afterAll(() => rmSync(root, {recursive: true}));

  it("independent sides pass, types and the allow-list aside", async () => {
    expect(await problemsOf("x/sound")).toEqual([]);
  });

  it("a reference that calls what it checks is seen through the module between", async () => {
    expect(await problemsOf("x/circular")).toEqual([
      "claims/x/circular.predicted.ts and claims/x/circular.measured.ts both rest on lib/formula.ts",
      "claims/x/circular.ts imports lib/formula.ts; claims take numbers from their sides only"
    ]);
  });

  it("a formula without a measurement is refused", async () => {
    expect(await problemsOf("x/alone")).toEqual([
      "claims/x/alone.ts: it has no measured side; add x/alone.measured.ts"
    ]);
  });
});
