import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** Folders beside the pages whose files a built page may hold. */
const sources = ["lib", "claims", "data"];
/** A file that the errata quote. */
const changelog = "CHANGELOG.md";

/**
 * Whether a site's built page is newer than its own file and everything else that could have gone into it: all
 * of `lib/`, `claims/`, `data/`, the changelog and, other pages aside, `src/`.
 *
 * @param page the page's file below `src/`
 */
export function isFresh(site: string, page: string): boolean {
  const built = join(site, "dist", page.replace(/\.md$/, ".html"));
  if (!existsSync(built)) return false;
  const {mtimeMs} = statSync(built);
  const edited = (file: string) => statSync(file).mtimeMs > mtimeMs;
  const quoted = join(site, changelog);
  if (edited(join(site, "src", page)) || (existsSync(quoted) && edited(quoted))) return false;
  return ![...sources, "src"].some(folder =>
    filesBelow(join(site, folder)).some(file => !file.endsWith(".md") && edited(file))
  );
}

/** Links to folders are not followed, nor what is hidden. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) return [];
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
