import {mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {root} from "../../tools/root.js";

const shared = [
  "components",
  "style",
  "style.css",
  "fonts",
  "type.css.ts",
  "icon.svg",
  "vendor",
  "references.json"
];

/** Loaders that a preview touches: a site has files of its own for them, not links to one file. */
const touched = ["search.json.ts", "provenance/[experiment].json.ts"];

/**
 * A site of its own in a scratch folder, with the project's library, components, style and
 * configuration, and the given pages and loaders. Built and checked by the project's own tools.
 */
export function siteFixture(files: Record<string, string>): {site: string; remove(): void} {
  const scratch = join(root, ".cache/fixtures");
  mkdirSync(scratch, {recursive: true});
  const site = mkdtempSync(join(scratch, "site-"));
  mkdirSync(join(site, "src"));
  mkdirSync(join(site, "data"));
  for (const name of shared) symlinkSync(join(root, "src", name), join(site, "src", name));
  for (const name of touched) {
    mkdirSync(dirname(join(site, "src", name)), {recursive: true});
    writeFileSync(join(site, "src", name), `import ${JSON.stringify(join(root, "src", name))};\n`);
  }
  // A folder of links, so that a site can have files of its own beside the project's library.
  mkdirSync(join(site, "lib"));
  for (const name of readdirSync(join(root, "lib")))
    symlinkSync(join(root, "lib", name), join(site, "lib", name));
  symlinkSync(join(root, "claims"), join(site, "claims"));
  symlinkSync(join(site, "lib"), join(site, "src/lib"));
  symlinkSync(join(site, "data"), join(site, "src/data"));
  writeFileSync(
    join(site, "observablehq.config.ts"),
    'import config from "../../../observablehq.config.js";\nexport default {...config, pages: []};\n'
  );
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), {recursive: true});
    writeFileSync(join(site, path), contents);
  }
  return {site, remove: () => rmSync(site, {recursive: true, force: true})};
}
