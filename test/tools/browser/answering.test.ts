import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {loopingLine, whileAnswering} from "../../../tools/browser/answering.js";
import {visit} from "../../../tools/browser/visit.js";

const silence = 3000;
const page = (...lines: string[]) =>
  ["<!doctype html>", '<html lang="en"><title>Page</title>', ...lines].join("\n");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "answering-"));
  writeFileSync(join(folder, "sound.html"), page("<p>Text"));
  const script = ['<script type="module">', "const one = 1;", "while (one) document.title = one;"];
  writeFileSync(join(folder, "loop.html"), page(...script, "</script>"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("a page in an endless loop is told from one that loads, by the line that it runs", async () => {
  await visit(folder, "/base/", async (browser, {url}) => {
    const opened = async (name: string) => {
      const view: Page = await browser.newPage();
      const work = view.goto(url + name).then(() => undefined);
      const done = await whileAnswering(view, work, silence);
      await view.close();
      return done;
    };
    expect(await opened("sound")).toBe(true);
    expect(await opened("loop")).toBe(false);
    expect(await loopingLine(browser, `${url}loop`, silence)).toBe(5);
    expect(await loopingLine(browser, `${url}sound`, silence)).toBeUndefined();
  });
});

test("work that fails fails as it is", async () => {
  await visit(folder, "/base/", async browser => {
    const view = await browser.newPage();
    const failing = view.goto("nowhere:").then(() => undefined);
    await expect(whileAnswering(view, failing)).rejects.toThrow("nowhere:");
  });
});

test("work that is never done is ended, though the page answers", async () => {
  await visit(folder, "/base/", async (browser, {url}) => {
    const view: Page = await browser.newPage();
    await view.goto(`${url}sound.html`);
    const never = new Promise<void>(() => {});
    await expect(whileAnswering(view, never, silence, 1500)).rejects.toThrow(
      "what is looked for is not there after 1.5 s"
    );
    await view.close();
  });
});
