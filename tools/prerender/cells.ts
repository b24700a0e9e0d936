import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";

/** A cell as Framework writes it into a built page. */
export interface Cell {
  readonly id: string;
  readonly mode?: "inline" | "jsx";
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly body: (...inputs: unknown[]) => unknown;
}

/** The part of Framework's standard library in a built site that a page's cells may name. */
interface Library {
  readonly FileAttachment: unknown;
  readonly Generators: {input(node: unknown): AsyncGenerator};
  readonly Mutable: unknown;
  readonly registerFile: (name: string, file: object | null) => void;
}

const module = /<script type="module">\s*(import \{define\}[\s\S]*?)<\/script>/;

/**
 * The cells of a built page, read from its own module, with the site's own components, but for `database`,
 * for which `queries` stands in.
 */
export async function cellsOf(
  dist: string,
  path: string,
  html: string,
  queries: object
): Promise<{cells: readonly Cell[]; library: Library} | null> {
  const source = module.exec(html)?.[1];
  if (source === undefined) return null;
  const folder = dirname(join(dist, path));
  const place = (specifier: string) => pathToFileURL(resolve(folder, specifier)).href;
  const stdlib = /from "([^"]+_observablehq\/stdlib[^"]*)"/.exec(html)?.[1];
  const library: Library = await import(
    place(stdlib ?? `${relative(folder, dist) || "."}/${standardLibrary(html)}`)
  );
  const cells: Cell[] = [];
  Object.assign(globalThis, {
    noisefloorPage: {
      define: (cell: Cell) => cells.push(cell),
      registerFile: library.registerFile,
      imported: async (specifier: string) =>
        /\/components\/duckdb\.[^/]*$/.test(specifier) ? queries : import(specifier)
    }
  });
  const code = source
    .replace(/^import \{define\}.*$/m, "const {define, registerFile, imported} = noisefloorPage;")
    .replace(/^import \{registerFile\}.*$/m, "")
    .replace(/\bimport\("(\.\.?\/[^"]+)"\)/g, (_, specifier) => `imported("${place(specifier)}")`);
  // A module of its own per page, in the site's folder, whose packages the components import.
  const file = join(dist, `.cells-${process.pid}`, `${path.replaceAll("/", "-") || "index"}.mjs`);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, code);
  try {
    await import(pathToFileURL(file).href);
  } finally {
    rmSync(dirname(file), {recursive: true});
  }
  return {cells, library};
}

function standardLibrary(html: string): string {
  const found = /_observablehq\/stdlib\.[^"]+\.js/.exec(html)?.[0];
  if (!found) throw new Error("the page names no standard library");
  return found;
}
