import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {describe, expect, test} from "vitest";
import {root} from "../tools/root.js";

type Imports = ReadonlyMap<string, readonly string[]>;

/** The folders of `lib/` and the files beside them, from below; those of one line may use one another. */
const layers = [
  ["check", "inRange", "answerLatest", "rowsOf"],
  ["elementary"],
  ["linalg"],
  ["statistics"],
  ["random"],
  ["problems"],
  ["noise"],
  ["stationary"],
  ["diffusion", "escape", "bayes", "budgets"],
  ["sampling"],
  ["simulate"],
  ["workbench"],
  ["experiments"],
  ["index"]
];

/** What each folder of the project may import. Loaders of `src/` call `tools/`, which runs them. */
const below: Readonly<Record<string, readonly string[]>> = {
  lib: ["lib"],
  claims: ["claims", "lib"],
  data: ["data", "claims", "lib"],
  src: ["src", "data", "claims", "lib"]
};

/** What a module imports, types and workers included; links in `src/` stand for what they point at. */
function importsOf(module: string, source: string): string[] {
  const code = source.replace(/^\s*\*.*$|^\s*\/\/.*$/gm, "");
  const found = code.matchAll(/(?:\bfrom|\bimport|\bresolve\(|\bimport\(|\bURL\()\s*"(\.[^"]+)"/g);
  return [...found].map(([, path]) =>
    normalize(join(dirname(module), path))
      .replace(/\.js$/, ".ts")
      .replace(/^src\/(lib|data|claims)\//, "$1/")
  );
}

/** Every module of a folder, but for AssemblyScript. */
const modulesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && /\.(ts|md)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, ""))
    .filter(path => !path.includes("/assembly/"));

/** The line of `layers` that a module of `lib/` belongs to; −1 for none. */
const layerOf = (module: string): number => {
  const [, name] = module.split("/");
  return layers.findIndex(line => line.includes(name.replace(/\.ts$/, "")));
};

const upward = (imports: Imports): string[] =>
  [...imports].flatMap(([module, others]) =>
    others
      .filter(other => module.startsWith("lib/") && layerOf(other) > layerOf(module))
      .map(other => `${module} imports ${other}`)
  );

const astray = (imports: Imports): string[] =>
  [...imports].flatMap(([module, others]) =>
    others
      .filter(
        other =>
          !(below[module.split("/")[0]] ?? [other.split("/")[0]]).includes(other.split("/")[0])
      )
      .map(other => `${module} imports ${other}`)
  );

/** Circles, each as the modules along it: those that a walk down the imports meets while it is below them. */
function circles(imports: Imports): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (module: string, path: readonly string[]) => {
    if (path.includes(module)) found.push(path.slice(path.indexOf(module)));
    else if (!done.has(module))
      for (const other of imports.get(module) ?? []) walk(other, [...path, module]);
    done.add(module);
  };
  for (const module of imports.keys()) walk(module, []);
  return found;
}

const read = (folders: readonly string[]): Imports =>
  new Map(
    folders
      .flatMap(modulesIn)
      .map(module => [module, importsOf(module, readFileSync(join(root, module), "utf8"))])
  );

describe("imports, those of types included", () => {
  const project = read(["lib", "claims", "data", "src", "tools"]);

  test("each folder and file of lib/ has its layer", () => {
    const modules = [...project.keys()].filter(module => module.startsWith("lib/"));
    expect(modules.length).toBeGreaterThan(300);
    expect(modules.filter(module => layerOf(module) < 0)).toEqual([]);
  });

  test("go down in lib/", () => expect(upward(project)).toEqual([]));

  test("go src → data → claims → lib", () => {
    const others = astray(project).filter(line => !/^src\/\S+\.\w+\.ts imports tools\//.test(line));
    expect(others).toEqual([]);
  });

  test("make no circle", () => expect(circles(project)).toEqual([]));
});

describe("planted", () => {
  const planted = (files: Readonly<Record<string, string>>): Imports =>
    new Map(Object.entries(files).map(([path, text]) => [path, importsOf(path, text)]));

  test.each([
    'import {a} from "../simulate/a.js";',
    'import type {A} from "../simulate/a.js";',
    'import {\n  a,\n  type B\n} from "../simulate/a.js";',
    'export * from "../simulate/a.js";',
    'import "../simulate/a.js";',
    'const a = await import("../simulate/a.js");',
    'let a: import("../simulate/a.js").A;',
    'new Worker(new URL("../simulate/a.js", import.meta.url));'
  ])("an import that runs up: %s", source => {
    const line = "lib/noise/b.ts imports lib/simulate/a.ts";
    expect(upward(planted({"lib/noise/b.ts": source}))).toEqual([line]);
  });

  test("a claim in lib/, and a page in a claim, through the links as well", () => {
    const imports = planted({
      "lib/noise/a.ts": 'import {b} from "../../claims/b.js";',
      "claims/b.ts": 'import type {C} from "../src/components/c.js";',
      "src/d.md": 'import {e} from "./lib/noise/a.js";'
    });
    expect(astray(imports)).toEqual([
      "lib/noise/a.ts imports claims/b.ts",
      "claims/b.ts imports src/components/c.ts"
    ]);
    expect(imports.get("src/d.md")).toEqual(["lib/noise/a.ts"]);
  });

  test("a circle of three, one of whose imports is of a type", () => {
    const imports = planted({
      "lib/x/a.ts": 'import {b} from "./b.js";',
      "lib/x/b.ts": 'import type {C} from "./c.js";',
      "lib/x/c.ts": 'import {a} from "./a.js"; import {d} from "./d.js";',
      "lib/x/d.ts": ""
    });
    expect(circles(imports)).toEqual([["lib/x/a.ts", "lib/x/b.ts", "lib/x/c.ts"]]);
  });
});
