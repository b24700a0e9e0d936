import {join, resolve} from "node:path";
import {build} from "esbuild";

/**
 * The files that a site's configuration imports, as absolute paths, itself among them: what Framework has
 * imported it keeps, so it must be started anew where one of them changes.
 *
 * @throws esbuild's BuildFailure where they cannot be read
 */
export async function configFiles(site: string): Promise<Set<string>> {
  const {metafile} = await build({
    entryPoints: [join(site, "observablehq.config.ts")],
    absWorkingDir: site,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent"
  });
  return new Set(Object.keys(metafile.inputs).map(file => resolve(site, file)));
}
