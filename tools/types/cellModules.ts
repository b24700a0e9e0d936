import {builtins} from "./builtins.js";
import type {Cell} from "./readCell.js";

/** A file of the project that is checked. */
export interface ModuleFile {
  readonly name: string;
  readonly text: string;
}

/** The module of a cell: a line of imports, the cell's code, what closes it, a line of exports. */
export interface CellModule extends ModuleFile {
  readonly cell: Cell;
}

/** The names of a page, each with the stem of the module that declares it. */
type Scope = ReadonlyMap<string, {readonly stem: string; readonly value: boolean}>;

/**
 * One module per cell of a page, which imports the names of the other cells and Framework's; and per cell a
 * view, which gives its variables the types under which the others see them. `types` is the folder of
 * `cellScope.d.ts` and `unwrapped.d.ts`.
 */
export function cellModules(
  page: string,
  cells: readonly Cell[],
  types: string
): {modules: CellModule[]; views: ModuleFile[]} {
  const folder = page.slice(0, page.lastIndexOf("/") + 1);
  const stems = cells.map((_, i) => `${page.slice(folder.length).replace(/\.md$/, "")}~${i}`);
  const scope = new Map<string, {stem: string; value: boolean}>();
  for (const [i, cell] of cells.entries())
    for (const value of [true, false])
      for (const name of names(cell, value))
        if (!scope.has(name)) scope.set(name, {stem: stems[i], value});

  const modules = cells.map((cell, i) => {
    const {code, expression, extension} = cell;
    const erased = names(cell, false);
    const head = imports(cell, scope, types) + (expression ? " void (" : "");
    const exports = `export {${names(cell, true)}};${erased.length ? ` export type {${erased}};` : ""}`;
    const text = [head, code, expression ? ");" : "", exports].join("\n");
    return {name: `${folder}${stems[i]}.${extension}`, text, cell};
  });
  const views = cells.map((cell, i) => ({
    name: `${folder}${stems[i]}.view.d.ts`,
    text: [
      `import type * as cell from "./${stems[i]}.js";`,
      `import type {Unwrapped} from "${types}/unwrapped.js";`,
      ...names(cell, true).map(
        name => `export declare const ${name}: Unwrapped<typeof cell.${name}>;`
      )
    ].join("\n")
  }));
  return {modules, views};
}

/** Imports of all that the page offers, so that the compiler can guess what a misspelt name means. */
function imports(cell: Cell, scope: Scope, types: string): string {
  const own = new Set(cell.declarations.map(({name}) => name));
  const lines = [...builtins]
    .filter(name => !own.has(name) && !scope.has(name))
    .map(name => `import {${name}} from "${types}/cellScope.js";`);
  for (const [name, {stem, value}] of scope) {
    if (own.has(name)) continue;
    if (value) {
      // A view has values alone; classes and namespaces, which are no promises, are types as well.
      const module = cell.types.has(name) ? stem : `${stem}.view`;
      lines.push(`import {${name}} from "./${module}.js";`);
    } else if (cell.extension.startsWith("ts"))
      lines.push(`import type {${name}} from "./${stem}.js";`);
  }
  return lines.join(" ");
}

/** What a cell declares as values, or else as types alone. */
function names({declarations}: Cell, value: boolean): string[] {
  const values = new Set(declarations.filter(d => d.value).map(({name}) => name));
  if (value) return [...values];
  return [...new Set(declarations.map(({name}) => name))].filter(name => !values.has(name));
}
