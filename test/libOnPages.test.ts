import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {root} from "../tools/root.js";

/** The folders whose pages predict something. */
const folders = ["noise", "diffusion", "finite-rate", "budgets"];

const pages = folders.flatMap(folder =>
  readdirSync(join(root, "src", folder))
    .filter(file => file.endsWith(".md"))
    .map(file => `${folder}/${file}`)
);

/** A page with the modules of its figures, which compute for it. */
function withFigures(path: string): string {
  const page = readFileSync(join(root, "src", path), "utf8");
  const figures = [...page.matchAll(/from "\.\.\/figures\/([^"]*)\.js";/g)].map(([, name]) =>
    readFileSync(join(root, "src/figures", `${name}.ts`), "utf8")
  );
  return [page, ...figures.map(code => `\`\`\`ts\n${code}\`\`\``)].join("\n");
}

/** Functions that a page's code imports from `lib/` and calls, other than by types. */
function calledFromLib(markdown: string): string[] {
  const code = [...markdown.matchAll(/^```(?:js|ts)\n([\s\S]*?)^```$/gm)].map(([, text]) => text);
  const all = [...code, ...[...markdown.matchAll(/\$\{[^}]*\}/g)].map(String)].join("\n");
  const imports = [
    ...all.matchAll(/^import \{([^}]*)\} from "(?:\.\.\/)+lib\/(?!experiments\/)[^"]*";$/gm)
  ];
  const names = imports.flatMap(([, list]) =>
    list
      .split(",")
      .map(name => name.trim())
      .filter(name => name && !name.startsWith("type "))
      .map(name => name.split(" as ").at(-1) as string)
  );
  return names.filter(name =>
    new RegExp(`(?<!import )\\b${name}[(.,;)\\]]`).test(all.replace(/^import [\s\S]*?;$/gm, ""))
  );
}

describe("a content page computes by the library what it predicts", () => {
  test("and there are such pages", () => expect(pages.length).toBeGreaterThan(40));

  test.each(pages)("%s", path => {
    expect(calledFromLib(withFigures(path))).not.toEqual([]);
  });

  test("which a type, the experiment's spec or an unused name is not", () => {
    const page = (line: string, use: string) =>
      `\`\`\`ts\n${line}\n\`\`\`\n\n\`\`\`ts\n${use}\n\`\`\`\n`;
    const from = (folder: string) => `from "../lib/${folder}/a.js";`;
    expect(calledFromLib(page(`import {a} ${from("noise")}`, "const x = a(1);"))).toEqual(["a"]);
    expect(calledFromLib(page(`import {a} ${from("noise")}`, "const x = 1;"))).toEqual([]);
    expect(calledFromLib(page(`import {type a} ${from("noise")}`, "f(a(1))"))).toEqual([]);
    expect(calledFromLib(page(`import type {a} ${from("noise")}`, "f(a(1))"))).toEqual([]);
    expect(calledFromLib(page(`import {a} ${from("experiments/x")}`, "a(1)"))).toEqual([]);
  });
});
