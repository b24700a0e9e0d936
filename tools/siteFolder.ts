import {statSync} from "node:fs";
import {join, resolve} from "node:path";

/**
 * The folder of a site that a command line names.
 *
 * @throws where it holds no pages, unless it is already built and `built` will do
 */
export function siteFolder(value: string, {built = false} = {}): string {
  const site = resolve(value);
  const holds = (name: string) =>
    statSync(join(site, name), {throwIfNoEntry: false})?.isDirectory() ?? false;
  if (!holds("src") && !(built && holds("dist")))
    throw new Error(
      `--site must name a folder with ${built ? "dist/ or " : ""}src/ in it; got ${value}`
    );
  return site;
}
