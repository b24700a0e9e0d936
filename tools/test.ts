import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {findChromium} from "./browser/chromium.js";
import {root} from "./root.js";

let passed = 0;
let failed = 0;

record("Chromium", () => void findChromium());
run("types", ["node_modules/typescript/bin/tsc", "-p", "."]);
run("format and lint", [
  "node_modules/@biomejs/biome/bin/biome",
  "check",
  "--error-on-warnings",
  "."
]);
run("ledger", ["--import", "tsx", "tools/ledger.ts"]);
vitest("unit, property and reference tests", ["--project", "core"]);
offline("build", "tools/build.ts");
vitest("site tests", ["--project", "site"]);
offline("every page in Chromium", "tools/check.ts");

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** Runs one of our tools with the network cut, where this machine lets a process cut its own. */
function offline(name: string, tool: string): void {
  const script = 'ip link set lo up; exec "$0" --import tsx "$1"';
  const canCut = spawnSync("unshare", ["-rn", "true"]).status === 0;
  const [command, ...args] = canCut
    ? ["unshare", "-rn", "sh", "-c", script, process.execPath, tool]
    : [process.execPath, "--import", "tsx", tool];
  step(
    `${name}, ${canCut ? "network cut" : "with the network: it cannot be cut here"}`,
    command,
    args
  );
}

/** Runs a project of the test suite and counts its tests. */
function vitest(name: string, args: string[]): void {
  const report = join(root, ".cache/vitest.json");
  mkdirSync(join(root, ".cache"), {recursive: true});
  rmSync(report, {force: true});
  console.log(`\n— ${name}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${report}`];
  const {status} = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", ...args, ...reporters],
    {cwd: root, stdio: "inherit"}
  );
  try {
    const {numPassedTests, numFailedTests, success} = JSON.parse(readFileSync(report, "utf8"));
    passed += numPassedTests;
    failed += numFailedTests;
    if ((!success || status !== 0) && numFailedTests === 0) failed++;
  } catch {
    failed++;
  }
}

function run(name: string, args: string[]): void {
  step(name, process.execPath, args);
}

function step(name: string, command: string, args: string[]): void {
  console.log(`\n— ${name}`);
  const {status} = spawnSync(command, args, {cwd: root, stdio: "inherit"});
  if (status === 0) passed++;
  else failed++;
}

function record(name: string, work: () => void): void {
  try {
    work();
    passed++;
  } catch (error) {
    console.log(`✕ ${name}: ${error instanceof Error ? error.message : error}`);
    failed++;
  }
}
