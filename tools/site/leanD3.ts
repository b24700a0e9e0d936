import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {build} from "esbuild";
import {root} from "../root.js";
import {packageOf} from "./packageOf.js";

const require = createRequire(join(root, "package.json"));

/** The package that Framework copies module by module, and Plot and the pages use a part of. */
const d3 = () => packageOf(require.resolve("d3"));

/** Where Framework looks for its copy of d3, and makes one where there is none. */
const copy = (cache: string) => join(cache, "_node", `d3@${d3().version}`, "index.js");

/** The first words of the lean copy, before the names and versions of the packages in it. */
export const bundledMark = "/*! bundled: ";

/**
 * Puts a copy of d3 into Framework's cache that holds what Plot and the site's own modules import from it,
 * and nothing else, in one file: some three fifths of the weight of its thirty modules.
 *
 * @param source folder of the site's pages
 * @param cache Framework's, `.observablehq/cache`
 * @throws naming the file that imports d3 as a whole, or when it runs, since nothing says then what of it is used
 */
export async function leanD3(source: string, cache: string): Promise<void> {
  const plot = packageOf(require.resolve("@observablehq/plot")).folder;
  const names = namesFrom([...modules(join(plot, "src")), ...modules(source)]);
  const {outputFiles, metafile} = await build({
    stdin: {contents: `export {${names.join(", ")}} from "d3";`, resolveDir: root},
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["es2022", "chrome96", "firefox96", "safari16"],
    minify: true,
    legalComments: "none",
    metafile: true,
    write: false
  });
  const used = Object.values(metafile.outputs).flatMap(({inputs}) =>
    Object.entries(inputs).filter(([path, {bytesInOutput}]) => path !== "<stdin>" && bytesInOutput)
  );
  const packages = [...new Set(used.map(([path]) => titled(packageOf(join(root, path)))))].sort();
  const file = copy(cache);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, `${bundledMark}${packages.join(", ")} */\n${outputFiles[0]?.text}`);
}

/** Takes the lean copy out of the cache: a preview's author may import another part of d3 at any time. */
export function wholeD3(cache: string): void {
  rmSync(dirname(copy(cache)), {recursive: true, force: true});
}

const titled = ({name, version}: {name: string; version: string}) => `${name}@${version}`;

function modules(folder: string): string[] {
  return readdirSync(folder, {recursive: true})
    .map(String)
    .filter(
      file =>
        /(?<!\.d)\.(js|ts|md)$/.test(file) && !/(^|\/)(\.observablehq|node_modules)\//.test(file)
    )
    .map(file => join(folder, file));
}

/** The names that some modules import from d3, in order. */
export function namesFrom(files: readonly string[]): string[] {
  const names = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    if (/\bimport\(\s*["']d3["']/.test(text))
      throw new Error(`${file} imports d3 when it runs; import what it uses by name: {max, …}`);
    for (const [, clause = ""] of text.matchAll(
      /\b(?:import|export)\s+(?!type\b)([\w$*{},\s]+?)\s+from\s*["']d3["']/g
    )) {
      const [, list] = /^\{([^{}]*)\}$/.exec(clause.trim()) ?? [];
      if (list === undefined)
        throw new Error(`${file} imports d3 as a whole; import what it uses by name: {max, …}`);
      for (const part of list.split(",").map(text => text.trim()))
        if (part && !part.startsWith("type ")) names.add(part.split(/\s+as\s+/)[0] as string);
    }
  }
  return [...names].sort();
}
