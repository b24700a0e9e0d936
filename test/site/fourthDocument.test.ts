import {readFileSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {root} from "../../tools/root.js";
import {buildSite} from "../../tools/site/build.js";
import {siteFixture} from "./siteFixture.js";

const documents = `
import type {Document} from "./document.js";
import {inventory} from "./letter/inventory.js";
import {documents as others} from "./others.js";

export const documents: readonly Document[] = [
  ...others,
  {
    id: "letter",
    prefix: "LT",
    title: "A letter on halves",
    name: "Letter",
    inProse: "the letter",
    notation: "Letter",
    reference: "letter1736",
    inventory
  }
];`;

const inventory = `
import type {Inventory} from "../document.js";

export const inventory: Inventory = {
  "LT-Lem1": ["Lemma 1", "2"],
  "LT-Half": ["The half", "Postscript", "remark"],
  "LT-Half/whole": [", twice"]
};`;

const ledger = `
import {documents} from "../claims/documents.js";
import {inventoryOf} from "../claims/inventory.js";
import type {CheckedClaim} from "../claims/ledger/claim.js";
import {ledgerExperiment} from "../claims/ledger/ledgerExperiment.js";
import {register} from "../claims/ledger/register.js";

const claim: CheckedClaim = {
  id: "LT-Half",
  part: "whole",
  statement: "$q + q = 2q$",
  assumptions: [],
  predicted: () => ({sum: [4]}),
  printed: {formula: "$q + q = q$", weight: "formula", predicted: () => ({sum: [2]})},
  routes: [
    {method: "enumeration", how: "by counting", measure: () => ({sum: [2 + 2]})},
    {method: "direct recursion", how: "by adding", measure: () => ({sum: [1 + 3]})}
  ],
  criterion: {kind: "equal", c: 10},
  mutant: {description: "one more", predicted: () => ({sum: [5]})}
};
const items = inventoryOf(documents);
export default ledgerExperiment({name: "ledger", seed: 1, claims: register([claim], items), items});`;

const letter = `---
title: A letter
symbols:
  Letter r: what is left, in the letter's boxes alone
---

# A letter

::: LT-Half
::: as-printed
$q + q = q$
:::

::: holds
$q + q = 2q$ with $r$ left
:::
:::

By @LT-Half and [[LT-Lem1]], in [@letter1736].

::: LT-Lem1 also="again at its end"
$z = 1$
:::
`;

const notation = `# Notation

| here | meaning | Letter |
|---|---|---|
| $z$ {#half} | what is halved | $q$ |
`;

const reference = {
  id: "letter1736",
  type: "article",
  title: "A letter on halves",
  author: [{family: "Half", given: "Anna"}],
  issued: {"date-parts": [[1736]]}
};

/** A file of the project's own pages. */
const own = (file: string) => readFileSync(join(root, "src", file), "utf8");

let fixture: ReturnType<typeof siteFixture>;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  fixture = siteFixture({
    "claims/documents.ts": documents,
    "claims/letter/inventory.ts": inventory,
    "data/ledger.arrow.ts": ledger,
    "src/references.json": JSON.stringify([...JSON.parse(own("references.json")), reference]),
    "src/letter.md": letter,
    "src/notation.md": notation,
    "src/references.md": "# References\n\n::: bibliography :::\n",
    "src/errata.md": "# Errata\n\n::: errata :::\n",
    "src/ledger.md": own("ledger.md"),
    "src/reproduce.md": "# Reproduce\n",
    "src/index.md": "# Home\n\nSee [[LT-Half]].\n"
  });
  symlinkSync(join(root, "claims/documents.ts"), join(fixture.site, "claims/others.ts"));
  await buildSite({site: fixture.site, log: () => {}});
  server = await serve(join(fixture.site, "dist"), "/");
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  fixture?.remove();
});

const built = (page: string) => readFileSync(join(fixture.site, `dist/${page}.html`), "utf8");
/** The text of a piece of HTML. */
const words = (html: string) =>
  html.replace(/<math.*?<\/math>|<[^>]*>/gs, " ").replace(/\s+/g, " ");

describe("a document that is a row, a folder and its inventory", () => {
  test("has its labels, places and kinds on the page that states it", () => {
    const page = built("letter");
    expect(page).toMatch(/class="statement statement--remark" id="LT-Half"/);
    expect(words(page)).toContain("The half Letter, postscript");
    expect(words(page)).toContain("Lemma 1 Letter, §2; again at its end");
  });

  test("has badges", () => {
    expect(words(built("letter"))).toContain("◐ holds, corrected · printed: factor");
    expect(built("letter")).toContain("npm run ledger -- LT-Half/whole");
  });

  test("can be referred to", () => {
    expect(words(built("letter"))).toContain("By The half and Lemma 1 , in ( Half, 1736 )");
    expect(built("index")).toContain('href="./letter#LT-Half"');
    expect(built("index")).toContain("Letter, postscript, The half, on “A letter”");
  });

  test("has symbols of its own, of the site and of the page", () => {
    const page = built("letter");
    expect(page).toMatch(/href="\.\/notation#half"[^>]*>z<\/a>/);
    const file = /id="document-letters" data-href="\.\/([^"]*)"/.exec(page)?.[1] ?? "";
    const letters: string[] = JSON.parse(readFileSync(join(fixture.site, "dist", file), "utf8"));
    expect(letters[0]).toMatch(/href="\.\/notation#half"[^>]*>q<\/a>/);
    expect(page).toContain('id="own-Letter-r"');
    expect(words(page)).toMatch(/what is halved; q in the letter/);
  });

  test("is shown in its own letters when a reader asks for them, and from then on", async () => {
    const page: Page = await browser.newPage();
    const fetched: string[] = [];
    page.on("request", request => fetched.push(request.url()));
    await page.goto(`${server.url}letter`);
    const formulas = () => page.locator("#LT-Half .version .katex-html").allTextContents();
    expect((await formulas())[0]).toBe("z+z=z");
    expect(fetched.filter(url => url.includes("_letters"))).toEqual([]);
    await page.getByRole("button", {name: "this site’s letters"}).press("Enter");
    await expect.poll(async () => (await formulas())[0]).toBe("q+q=q");
    await page.reload();
    await expect.poll(async () => (await formulas())[0]).toBe("q+q=q");
    await page.getByRole("button", {name: "the documents’ letters"}).click();
    await expect.poll(async () => (await formulas())[0]).toBe("z+z=z");
    await page.close();
  });

  test("has its errata, by weight and under its name", () => {
    const page = words(built("errata"));
    expect(page).toMatch(/Changes a formula or a constant.* The half, twice , Letter, postscript/);
  });

  test("is counted and listed in the ledger", () => {
    const page = words(built("ledger"));
    expect(page).toMatch(/ Letter 0 1 0 0 0 1 all 0 1 0 0 0 1 /);
    expect(page).toContain("The half, twice Letter, postscript");
  });

  test("is a choice of the ledger's filter", async () => {
    const page: Page = await browser.newPage();
    await page.goto(`${server.url}ledger`);
    const status = page.locator(".actions [role=status]");
    await status.waitFor({timeout: 120_000});
    const shown = async (document: string) => {
      await page.getByLabel("Document", {exact: true}).selectOption(document);
      return status.textContent();
    };
    await expect.poll(() => shown("notes")).toBe("0 of 1 claims");
    await expect.poll(() => shown("letter")).toBe("1 of 1 claims");
    expect(await page.locator(".ledger tbody tr:visible").count()).toBe(1);
    await page.close();
  });
});
