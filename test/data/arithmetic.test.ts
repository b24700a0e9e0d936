import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {describe, expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {closureOf} from "../../tools/sweeps/closure.js";
import {inexactArithmetic, inexactMethods} from "./inexactArithmetic.js";
import {sweepLoaders} from "./smallHashes.js";

/**
 * Modules where the guard stops, with all that they alone import. The reproduce page names the one that
 * enters a record.
 */
const stops = (module: string) =>
  // Its errors are recorded to six digits.
  module === "lib/diffusion/solverProblems.ts" ||
  // What is expected stands outside the hash.
  module.endsWith(".expected.ts");

const {metafile, outputFiles} = await build({
  entryPoints: sweepLoaders,
  absWorkingDir: root,
  outdir: "unwritten",
  bundle: true,
  write: false,
  metafile: true,
  format: "esm",
  platform: "node",
  loader: {".csv": "text"},
  logLevel: "silent"
});
const {files, imports} = closureOf(metafile);

/** All modules of the project that loaders reach, and the kernel's, which pages run live as well. */
function guarded(): string[] {
  const found = new Set<string>();
  const left = [
    ...Object.keys(files).filter(file => file.startsWith("data/")),
    ...readdirSync(join(root, "lib/simulate")).map(file => `lib/simulate/${file}`)
  ];
  for (let module = left.pop(); module !== undefined; module = left.pop()) {
    if (found.has(module) || stops(module)) continue;
    found.add(module);
    left.push(...(imports[module] ?? []));
  }
  return [...found].filter(module => /(?<!\.wasm)\.ts$/.test(module)).sort();
}

/**
 * What loaders reach of each module, by its path: esbuild leaves out what nothing calls, and writes the module
 * above what it takes of it. Of the kernel's modules, which pages run as well, all that there is.
 */
function reached(): Map<string, string> {
  const parts = new Map<string, Set<string>>();
  for (const {text} of outputFiles) {
    const [, ...found] = text.split(/^\/\/ (\S+\.ts)$/m);
    for (let k = 0; k < found.length; k += 2)
      parts.set(found[k], (parts.get(found[k]) ?? new Set()).add(found[k + 1]));
  }
  return new Map(
    guarded().map(module => [
      module,
      module.startsWith("lib/simulate/")
        ? readFileSync(join(root, module), "utf8")
        : [...(parts.get(module) ?? [])].join("\n")
    ])
  );
}

const modules = [...reached()].map(([module, source]) => ({module, source}));

describe("what a record rests on leaves no rounding to the engine", () => {
  test("follows the imports of every loader", () => {
    const names = modules.map(({module}) => module);
    expect(names.filter(name => name.startsWith("data/"))).toHaveLength(sweepLoaders.length);
    expect(names).toEqual(
      expect.arrayContaining([
        "lib/experiments/sweepExperiment.ts",
        "lib/linalg/symmetricEigen.ts",
        "lib/statistics/incompleteGamma.ts",
        "lib/simulate/liveRun.ts"
      ])
    );
    expect(names.filter(stops)).toEqual([]);
    const code = new Map(modules.map(({module, source}) => [module, source]));
    expect(code.get("lib/linalg/rotatedCovariance.ts")).toContain("function rotatedFactor(");
    expect(code.get("lib/linalg/rotatedCovariance.ts")).not.toContain("principalAngle");
  });

  test("functions and powers are our own", () => {
    const found = modules.flatMap(({module, source}) => {
      const uses = inexactArithmetic(source);
      return uses.length ? [`${module}: ${uses.join(", ")}`] : [];
    });
    expect(found).toEqual([]);
  });

  test("ml-matrix is the only package that computes, others hold data", () => {
    const packages = modules.flatMap(({module}) =>
      (imports[module] ?? []).filter(name => files[name] === undefined)
    );
    const names = [...new Set(packages)].map(name => name.replace(/@[^@]*$/, "")).sort();
    expect(names).toEqual(["@observablehq/sample-datasets", "ml-matrix", "vega-datasets"]);
  });

  test("ml-matrix adds, multiplies, divides and takes roots; its other methods are not called", () => {
    const folder = join(root, "node_modules/ml-matrix/src");
    const used = ["matrix.js", "util.js", "dc/cholesky.js", "dc/evd.js", "dc/lu.js", "dc/qr.js"];
    const inexact = [...used, "dc/svd.js", "dc/util.js", "decompositions.js"].map(file => [
      file,
      inexactArithmetic(readFileSync(join(folder, file), "utf8"))
    ]);
    expect(inexact.filter(([, uses]) => uses.length)).toEqual([["matrix.js", ["random"]]]);
    const calls = modules
      .filter(({module}) => imports[module]?.some(name => name.startsWith("ml-matrix@")))
      .flatMap(({module, source}) =>
        [...source.matchAll(inexactMethods)].map(match => `${module}: ${match[0]}`)
      );
    expect(calls).toEqual([]);
  });
});

test.each([
  ["const y = Math.exp(x) + Math.exp(z);", ["exp"]],
  ["const {exp} = Math;", ["Math"]],
  ['Math["exp"](x)', ["Math"]],
  ["x ** 2 + Math.hypot(x, y)", ["**", "hypot"]],
  ["2 ** level", ["**"]],
  ["12 ** 3", ["**"]],
  ["2 ** -53 + 2 ** 26 + Math.sqrt(Math.PI) * Math.max(a, b)", []],
  ['f("http://x", Math.exp(x), "/*") + f("*/")', ["exp"]],
  ["/** Math.exp(x ** 2) */ // Math.log(x)\nx * x", []]
])("inexactArithmetic of %s", (source, found) => {
  expect(inexactArithmetic(source)).toEqual(found);
});
