import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {pagePath} from "../markdown/page.js";
import {prerenderSite} from "../prerender/prerenderSite.js";
import {root} from "../root.js";
import {finishPages} from "../site/finishPages.js";
import {prepareFramework} from "../site/framework.js";
import {leanD3} from "../site/leanD3.js";
import {loaderOutputs} from "../site/loaderOutputs.js";
import {runFramework} from "../site/runFramework.js";
import {publish} from "../sweeps/publish.js";
import type {Sidecar} from "../sweeps/store.js";
import {loadersOf} from "./loadersOf.js";

/**
 * Builds some pages of a site, as they would stand in `dist/`, in a scratch folder; their sweeps run
 * where nothing of today is stored. Links to the other pages lead nowhere in it.
 *
 * @param pages files below `<site>/src`
 * @returns the built site's folder, and what removes it
 * @throws with what Framework said, where it fails
 */
export async function buildPages(
  site: string,
  pages: readonly string[]
): Promise<{readonly dist: string; remove(): void}> {
  const outputs = new Map<string, string>();
  const sidecars = new Map<string, Sidecar>();
  for (const {name, loader} of pages.flatMap(page => loadersOf(site, page))) {
    if (outputs.has(name)) continue;
    const {arrow, sidecar} = await publish(loader);
    outputs.set(name, arrow);
    sidecars.set(name, sidecar);
  }
  mkdirSync(join(root, ".cache/pages"), {recursive: true});
  const scratch = mkdtempSync(join(root, ".cache/pages/site-"));
  const remove = () => rmSync(scratch, {recursive: true, force: true});
  try {
    link(join(site, "src"), join(scratch, "src"), pages);
    writeFileSync(join(scratch, "observablehq.config.ts"), configuration(site, pages));
    const evidence = join(site, ".cache/claims.json");
    mkdirSync(join(scratch, ".cache"));
    if (existsSync(evidence)) symlinkSync(evidence, join(scratch, ".cache/claims.json"));
    const source = join(scratch, "src");
    prepareFramework(source, await loaderOutputs({site, source}, {outputs, sidecars}));
    await leanD3(join(site, "src"), join(source, ".observablehq/cache"));
    await runFramework(scratch, ["build"], {NOISEFLOOR_OUTPUT: "dist"});
    await prerenderSite(join(scratch, "dist"), join(site, "src"));
    finishPages(join(scratch, "dist"));
    return {dist: join(scratch, "dist"), remove};
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * The site's own settings, with these pages alone in the menu, because Framework builds what stands there.
 * The Markdown rules go on reading all pages, which refer to each other.
 */
function configuration(site: string, pages: readonly string[]): string {
  const path = (...parts: string[]) => JSON.stringify(join(...parts));
  const url = (...parts: string[]) => JSON.stringify(pathToFileURL(join(...parts)).href);
  return `import config from ${url(site, "observablehq.config.js")};
import {storeFormulas} from ${url(root, "tools/markdown/formulaStore.js")};
import {useNoisefloor} from ${url(root, "tools/markdown/index.js")};
import {evidenceReader} from ${url(root, "tools/markdown/evidence.js")};
const evidence = evidenceReader(${path(site, ".cache/claims.json")});
const order = config.pages.flatMap(group => group.pages.map(({path}) => path));
const options = {root: ${path(site, "src")}, evidence, order};
const built = ${JSON.stringify(pages.map(pagePath))};
const pages = config.pages
  .map(group => ({...group, pages: group.pages.filter(({path}) => built.includes(path))}))
  .filter(group => group.pages.length);
export default {...config, pages, markdownIt: md => storeFormulas(useNoisefloor(md, options))};
`;
}

/** A folder of links to everything in another but its pages, of which it has the given ones. */
function link(from: string, to: string, pages: readonly string[]): void {
  mkdirSync(to, {recursive: true});
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const {name} = entry;
    if (name.startsWith(".") || name.endsWith(".md")) continue;
    const within = pages.some(page => page.startsWith(`${name}/`));
    if (!within) {
      if (!holdsPages(entry.isDirectory(), join(from, name)))
        symlinkSync(join(from, name), join(to, name));
    } else
      link(
        join(from, name),
        join(to, name),
        pages.filter(page => page.startsWith(`${name}/`)).map(page => page.slice(name.length + 1))
      );
  }
  for (const page of pages.filter(page => dirname(page) === "."))
    symlinkSync(join(from, page), join(to, page));
}

function holdsPages(isFolder: boolean, path: string): boolean {
  return (
    isFolder && readdirSync(path, {recursive: true}).some(file => String(file).endsWith(".md"))
  );
}
