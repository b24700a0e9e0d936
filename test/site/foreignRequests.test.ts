import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {openPage} from "../../tools/browser/openPage.js";
import {visit} from "../../tools/browser/visit.js";

const folder = mkdtempSync(join(tmpdir(), "foreign-"));
afterAll(() => rmSync(folder, {recursive: true}));

// A built page has a policy that stops these itself.
test("a request to another origin is told, by name, by address or on another port", async () => {
  const elsewhere = [
    "https://example.org/a.png",
    "http://10.0.0.7/a.png",
    "http://127.0.0.1:9/b.png"
  ];
  const images = elsewhere.map(url => `<img alt="x" src="${url}">`).join("");
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>x</title><main><h1>x</h1>${images}</main></html>`
  );
  const said: string[] = [];
  await visit(folder, "/base/", (browser, server) =>
    openPage(browser, server, "", [{where: "390 px", width: 390}], ({message}) => {
      said.push(message);
    })
  );
  expect(said.filter(message => message.startsWith("request off the origin")).sort()).toEqual(
    elsewhere.map(url => `request off the origin: ${url}`).sort()
  );
});
