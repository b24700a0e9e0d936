// Puts a checkout in working order before any other tool runs, hence plain JavaScript and no imports
// from node_modules: installs the locked packages where they are absent or differ.
import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`noisefloor needs Node 20 or newer; this is ${process.version}`);
  process.exit(1);
}

if (!matchesLockfile()) {
  console.error("installing the locked packages (npm ci) …");
  const {status} = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: ["ignore", 2, "inherit"],
    shell: process.platform === "win32"
  });
  if (status !== 0) {
    console.error("npm ci failed: see its message above; the npm registry must be reachable once");
    process.exit(1);
  }
}

function matchesLockfile() {
  const installedPath = "node_modules/.package-lock.json";
  if (!existsSync(installedPath)) return false;
  const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedPath, "utf8")).packages;
  return Object.entries(locked).every(([path, {version, optional, peer}]) => {
    if (path === "" || ((optional || peer) && !installed[path])) return true;
    return installed[path]?.version === version && existsSync(path);
  });
}
