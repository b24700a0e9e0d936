import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {dirname, join, relative} from "node:path";
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
const touched = [
  "search.json.ts",
  "tables.json.ts",
  "evidence.json.ts",
  "provenance/[experiment].json.ts"
];

/**
 * A site of its own in a scratch folder, with the project's library, components, style,
 * claims and configuration, and the given files in place of the project's or beside them. Built and checked by the project's own tools.
 */
export function siteFixture(files: Record<string, string>): {site: string; remove(): void} {
  const scratch = join(root, ".cache/fixtures");
  mkdirSync(scratch, {recursive: true});
  const site = mkdtempSync(join(scratch, "site-"));
  mkdirSync(join(site, "src"));
  mkdirSync(join(site, "data"));
  for (const name of shared)
    if (!(`src/${name}` in files)) symlinkSync(join(root, "src", name), join(site, "src", name));
  for (const name of touched) {
    const file = join(site, "src", name);
    mkdirSync(dirname(file), {recursive: true});
    // A relative path holds nothing that a URL would end at.
    writeFileSync(
      file,
      `import ${JSON.stringify(relative(dirname(file), join(root, "src", name)))};\n`
    );
  }
  // Folders of links, so that a site can have files of its own beside the project's.
  for (const folder of ["lib", "claims"]) {
    mkdirSync(join(site, folder));
    for (const name of readdirSync(join(root, folder)))
      if (!(`${folder}/${name}` in files))
        symlinkSync(join(root, folder, name), join(site, folder, name));
  }
  for (const folder of ["lib", "claims", "data"])
    symlinkSync(join(site, folder), join(site, "src", folder));
  writeFileSync(
    join(site, "observablehq.config.ts"),
    'import config from "../../../observablehq.config.js";\nexport default {...config, pages: []};\n'
  );
  linkBundles(join(site, "src/.observablehq/cache/_node"));
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), {recursive: true});
    writeFileSync(join(site, path), contents);
  }
  return {site, remove: () => rmSync(site, {recursive: true, force: true})};
}

/** Lends a site the packages that Framework has bundled for the project's own, all but d3, which is made for each site. */
function linkBundles(folder: string): void {
  const bundled = join(root, "src/.observablehq/cache/_node");
  if (!existsSync(bundled)) return;
  mkdirSync(folder, {recursive: true});
  for (const name of readdirSync(bundled))
    if (!name.startsWith("d3@")) symlinkSync(join(bundled, name), join(folder, name));
}
