import {root as projectRoot} from "../root.js";
import {sectionsOf} from "./closures.js";

/** Where the list of sections stands. */
export const sectionsPath = "claims/ledger/sections.ts";

/** The module that lists the claims of every section of a project. */
export function sectionsFile(root = projectRoot): string {
  const sections = sectionsOf(root).map(({name}) => ({name, variable: camelCase(name)}));
  const imports = sections.map(
    ({name, variable}) => `import {claims as ${variable}} from "../${name}.js";\n`
  );
  const entries = sections.map(({name, variable}) => `  "${name}": ${variable}`);
  return (
    `${imports.join("")}import type {Claim} from "./claim.js";\n\n` +
    `/** The claims by the file, below \`claims/\` and without extension, that holds them. */\n` +
    `export const sections: Readonly<Record<string, readonly Claim[]>> = {\n` +
    `${entries.join(",\n")}\n};\n`
  );
}

const camelCase = (path: string): string =>
  path.replace(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
