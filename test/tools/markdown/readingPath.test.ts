import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {minutesOf} from "../../../tools/markdown/readingPath.js";
import {root} from "../../../tools/root.js";
import {fixtureSite, renderPage} from "./site.js";

const page = (title: string) =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n<p class="question">Why?</p>\n\nText.\n`;
const files = {
  "index.md": "# Home\n\n## Start here {#start}\n\n::: path :::\n",
  "noise/one.md": page("One"),
  "noise/two.md": page("Two"),
  "path.json": JSON.stringify([
    {page: "/noise/one", before: "the letter $x$", gives: "a first idea"},
    {page: "/noise/two", before: "the page before", gives: "a second"}
  ])
};

test("the way is listed with what to know before and minutes", () => {
  const {body, messages} = renderPage(fixtureSite(files), "/index", files["index.md"]);
  expect(messages).toEqual([]);
  expect(body).toContain("2 pages, about 2 minutes.");
  expect(body).toMatch(/<a href=".\/noise\/one">One<\/a>: a first idea\./);
  expect(body).toMatch(/Prerequisites: the letter <span class="katex">.* 1 min/);
});

test("a page on the way says where it stands and what comes next", () => {
  const site = fixtureSite(files);
  const {body, messages} = renderPage(site, "/noise/one", files["noise/one.md"].split("---\n")[2]);
  expect(messages).toEqual([]);
  expect(body).toContain('<a href="../#start">Start here</a>, 1 of 2 · 1 min');
  expect(body).toContain('<a href="./two">next on the way</a>');
  const last = renderPage(site, "/noise/two", files["noise/two.md"].split("---\n")[2]);
  expect(last.body).toContain("2 of 2");
  expect(last.body).not.toContain("next on the way");
});

test("minutes leave out cells, folds and front matter", () => {
  const words = (n: number) => "word ".repeat(n);
  const source = `---\ntitle: x\n---\n${words(380)}\n\`\`\`ts\n${words(999)}\n\`\`\`\n<details>${words(999)}</details>\n`;
  expect(minutesOf(source)).toBe(2);
});

test("the way in has six pages that take twenty minutes", () => {
  const steps: {page: string}[] = JSON.parse(readFileSync(join(root, "src/path.json"), "utf8"));
  const sources = steps.map(({page: path}) => join(root, `src${path}.md`));
  expect(sources.filter(existsSync)).toHaveLength(6);
  const minutes = sources.map(file => minutesOf(readFileSync(file, "utf8")));
  const total = minutes.reduce((a, b) => a + b, 0);
  expect(total).toBeGreaterThanOrEqual(17);
  expect(total).toBeLessThanOrEqual(23);
});
