import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {answersOf} from "../../../tools/markdown/answers.js";
import {root} from "../../../tools/root.js";
import {fixtureSite, renderPage} from "./site.js";

test("what a page found stands below its question", () => {
  const source = '# One\n\n<p class="question">Why?</p>\n\nText.\n';
  const site = fixtureSite({
    "noise/one.md": source,
    "answers.json": JSON.stringify({"/noise/one": "Because of $x$."})
  });
  const {body, messages} = renderPage(site, "/noise/one", source);
  expect(messages).toEqual([]);
  expect(body).toMatch(
    /Why\?<\/p>\n<p class="answer">Because of <span class="unbroken short"><span class="katex">/
  );
});

describe.each(Object.entries(answersOf(join(root, "src"))))("%s", (page, answer) => {
  test("has a question, and its answer in one sentence", () => {
    const file = join(root, `src${page}.md`);
    expect(existsSync(file), page).toBe(true);
    expect(readFileSync(file, "utf8")).toContain('<p class="question">');
    expect(answer).toMatch(/^[A-Z].*\.$/);
    expect(answer.replace(/\$[^$]*\$/g, "")).not.toMatch(/\. |\d/);
  });
});
