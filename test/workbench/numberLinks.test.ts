import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {linksOfNumber, namedNumbers, runNumbers} from "../../lib/workbench/export/namedNumbers.js";
import {root} from "../../tools/root.js";

/** Lines of the page's tables by the anchor in their first cell. */
const lines = new Map(
  readFileSync(join(root, "src/workbench.md"), "utf8")
    .split("\n")
    .flatMap(line => {
      const [, anchor] = /^\| <span id="((?:number|finding)-[\w-]+)">/.exec(line) ?? [];
      return anchor ? [[anchor, line] as const] : [];
    })
);
const functionsIn = (line: string) => [...line.matchAll(/\.\/api\/(\w+)/g)].map(([, name]) => name);

test.each([...namedNumbers, ...runNumbers].map(({key}) => key))(
  "the number %s leads to the statement and to the function that it rests on",
  key => {
    const line = lines.get(`number-${key}`) ?? "";
    expect(line).toMatch(/\[\[[A-Z]+-[\w.-]+\]\]/);
    const functions = functionsIn(line);
    expect(functions).not.toEqual([]);
    for (const name of functions)
      expect(existsSync(join(root, `src/api/${name}.md`)), name).toBe(true);
  }
);

test.each([...namedNumbers, ...runNumbers])(
  "exports lead from $key to what its line on the page names",
  number => {
    const [own, ...others] = linksOfNumber(number);
    expect(own).toBe(`/workbench#number-${number.key}`);
    const line = lines.get(`number-${number.key}`) ?? "";
    const named = [...line.matchAll(/\[\[([^\]]+)\]\]|\(\.(\/api\/\w+)\)/g)].map(
      ([, statement, page]) => statement ?? page
    );
    expect(others.map(link => link.split("#")[1] ?? link)).toEqual(named);
    for (const link of others.filter(one => one.includes("#"))) {
      const [path, id] = link.split("#");
      expect(readFileSync(join(root, `src${path}.md`), "utf8")).toMatch(
        new RegExp(`^::: ${id.replaceAll(".", "\\.")}\\b`, "m")
      );
    }
  }
);

test("the page explains no number that the report has not", () => {
  const keys = [...namedNumbers, ...runNumbers].map(({key}) => `number-${key}`);
  expect([...lines.keys()].filter(key => key.startsWith("number-")).sort()).toEqual(keys.sort());
});

test("each finding leads to a statement or a function", () => {
  const findings = [...lines].filter(([anchor]) => anchor.startsWith("finding-"));
  expect(findings.length).toBeGreaterThan(15);
  for (const [anchor, line] of findings) {
    expect(line, anchor).toMatch(/\[\[[A-Z]+-[\w.-]+\]\]|\.\/api\/\w+/);
    for (const name of functionsIn(line))
      expect(existsSync(join(root, `src/api/${name}.md`)), name).toBe(true);
  }
});
