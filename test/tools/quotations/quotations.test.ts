import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {quotationsOfClaims, quotationsOfPage} from "../../../tools/quotations/collect.js";
import {nearest, quotes, sourceOf} from "../../../tools/quotations/compare.js";
import {normalise} from "../../../tools/quotations/normalise.js";
import {root} from "../../../tools/root.js";

describe("a normalised text", () => {
  test.each([
    ["white space and hyphens", "well-\nknown  rate", "wellknown rate"],
    ["ligatures and accents", "the eﬃcient café", "the efficient cafe"],
    [
      "letters of formulas",
      "$\\lambda_{\\max}(H) \\le \\frac{1}{2}\\Sigma^\\star$",
      "λmax(H)≤ 12Σ⋆"
    ],
    ["mathematical alphabets", "𝔼[𝑥] for ϕ and µ", "$\\mathbb E[x]$ for $\\varphi$ and $\\mu$"],
    ["quotation marks, dashes, entities", "“a – b” &lt; c", '"a—b" < c'],
    ["emphasis", "is *not* without", "is not without"]
  ])("is the same for %s", (_, a, b) => {
    expect(normalise(a)).toBe(normalise(b));
  });

  test("is another where a word, a digit or a relation is", () => {
    expect(normalise("at most 3")).not.toBe(normalise("at most 4"));
    expect(normalise("$a\\le b$")).not.toBe(normalise("$a\\ge b$"));
  });
});

describe("the quotations of a page", () => {
  const page = `---
title: "A title of words"
---
He says “the rate is one half” and “yes”, but "the rate is two thirds" too.

::: FG-Lem4.1 title="not a word of it"
::: as-printed
The rate is $\\lambda$ always and everywhere
:::
:::

::: as-printed
$a = b$ where $c = d$
:::

It is \${"a string of words"}, \`"code of many words"\` and <a title="the title of it">so</a>.

\`\`\`ts
const caption = "A caption with “many words of theirs” in it";
\`\`\`

“A list:

1. of one thing”
`;

  test("are of three words or more, and not of its code", () => {
    expect(quotationsOfPage(page, "a.md").map(({line, text}) => [line, text])).toEqual([
      [4, "the rate is one half"],
      [4, "the rate is two thirds"],
      [8, "The rate is $\\lambda$ always and everywhere"],
      [19, "many words of theirs"],
      [22, "A list:\n… of one thing"]
    ]);
  });

  test("are in claims what they are without escapes", () => {
    const source = 'note: "It says “the rate $\\\\lambda$ is one” and “no”."';
    expect(quotationsOfClaims(source, "a.ts")).toEqual([
      {file: "a.ts", line: 1, text: "the rate $\\lambda$ is one"}
    ]);
  });
});

describe("a quotation", () => {
  const text = `First words, a long way before all of the others.
The learning rate of a well-
known method is λ/2, or µ
2
at most, and it is not
Figure 1: a figure in between.
to be multiplied by two. Words follow here.`;
  const sources = [sourceOf("other.txt", "Nothing of it."), sourceOf("a.txt", text)];

  test.each([
    ["as it stands", "the learning rate of a well-known method"],
    ["with an ellipsis", "The learning rate … is $\\lambda/2$ […] words follow"],
    ["over the end of a page", "and it is not to be multiplied by two"],
    ["around a formula that was garbled", "is $\\frac\\lambda2$, or $\\sqrt\\mu+17$ at most"]
  ])("is found %s", (_, quotation) => {
    expect(quotes(quotation, sources)).toBe(true);
  });

  test.each([
    ["another word", "the learning rate of a known method"],
    ["another digit", "is λ/3, or µ"],
    ["parts in another order", "Words follow … the learning rate"],
    ["a break within a line", "the learning rate to be multiplied by two"],
    ["words far from its formula", "First words $x$ follow here"],
    ["nothing but formulas that are not there", "$x=3$"]
  ])("is not found with %s", (_, quotation) => {
    expect(quotes(quotation, sources)).toBe(false);
  });

  test("is shown beside the passage that is nearest", () => {
    expect(nearest("the method was well-known", sources)).toMatch(/^a\.txt: .*wellknown method is/);
  });
});

describe("npm run quotations", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "texts-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));
  const run = (...args: string[]) => {
    const command = ["--import", "tsx", join(root, "tools/quotations.ts"), ...args];
    return spawnSync(process.execPath, command, {cwd: root, encoding: "utf8"});
  };

  test("says that it was not run where there are no texts", () => {
    const {status, stdout} = run();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^not run: .*\n$/);
    expect(run(folder).stderr).toContain("has no text");
  });

  test("lists what the texts do not have, with file and line", () => {
    writeFileSync(join(folder, "a.txt"), "Nothing that anyone would quote.");
    const {status, stdout, stderr} = run(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^src\/\S+\.md:\d+ not in the texts: “/m);
    expect(stderr).toMatch(/^claims\/\S+\.ts:\d+ not in the texts: “/m);
    expect(stdout).toMatch(/^\d+ quotations in 1 texts, \d+ not found$/m);
  });
});
