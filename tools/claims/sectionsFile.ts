import {root as projectRoot} from "../root.js";
import {type Section, sectionsOf} from "./closures.js";

/** The modules that are written from the sections' files, by path below the project. */
export function sectionFiles(root = projectRoot): Record<string, string> {
  const sections = sectionsOf(root).filter(({measured}) => measured.length > 0);
  return {
    "claims/ledger/sections.ts": claimsFile(sections),
    "claims/ledger/sides.ts": sidesFile(sections)
  };
}

/** Lists the claims of every section. */
function claimsFile(sections: readonly Section[]): string {
  const imports = sections.map(
    ({name, claims}) => `import {claims as ${camelCase(name)}} from "${imported(claims)}";\n`
  );
  const entries = sections.map(({name}) => `  "${name}": ${camelCase(name)}`);
  return (
    `${imports.join("")}import type {Claim} from "./claim.js";\n\n` +
    `/** The claims by the file, below \`claims/\` and without extension, that holds them. */\n` +
    `export const sections: Readonly<Record<string, readonly Claim[]>> = {\n` +
    `${entries.join(",\n")}\n};\n`
  );
}

/** Exports the two sides of every section under their names, `fisher/alignment.predicted`. */
function sidesFile(sections: readonly Section[]): string {
  return sections
    .flatMap(({predicted, measured: [measured]}) => [measured, predicted])
    .map(path => `export * as "${named(path)}" from "${imported(path)}";\n`)
    .join("");
}

const imported = (path: string): string => path.replace(/^claims\//, "../").replace(/\.ts$/, ".js");

const named = (path: string): string => path.replace(/^claims\/|\.ts$/g, "");

const camelCase = (path: string): string =>
  path.replace(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
