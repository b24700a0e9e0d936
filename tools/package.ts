import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join, relative} from "node:path";
import {ensureKernels} from "./kernel.js";
import {readCommand} from "./readCommand.js";
import {root} from "./root.js";

const usage = `npm run package -- [options]
  --folder   only the modules in package/, for npm pack, which writes the tarball itself

Builds the core for other projects and packs it; the last line is the tarball's path. Writes down in
docs/surface/ what the package declares, and a page in src/api/ for each of its functions.`;

const {values} = readCommand(usage, {options: {folder: {type: "boolean", default: false}}});

try {
  // Loaded once the command line is read, so that --help and a fault answer at once.
  const {writePages} = await import("./api/writePages.js");
  const {buildPackage, recordSurfaces} = await import("./package/build.js");
  ensureKernels();
  const surfaces = await buildPackage();
  for (const file of recordSurfaces(surfaces))
    console.error(`${relative(root, file)}: the surface has changed`);
  for (const page of writePages()) console.error(`src/api/${page}: written or removed`);
  if (!values.folder) console.log(pack());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Packs what is built, and returns the tarball's path once it is whole. */
function pack(): string {
  mkdirSync(join(root, ".cache"), {recursive: true});
  const scratch = mkdtempSync(join(root, ".cache/pack-"));
  try {
    const {status, stderr} = spawnSync(
      "npm",
      ["pack", "--ignore-scripts", "--no-update-notifier", "--pack-destination", scratch],
      {cwd: root, encoding: "utf8", shell: process.platform === "win32"}
    );
    const [tarball] = readdirSync(scratch);
    if (status !== 0 || tarball === undefined) throw new Error(`npm pack failed: ${stderr.trim()}`);
    renameSync(join(scratch, tarball), join(root, tarball));
    return join(root, tarball);
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}
