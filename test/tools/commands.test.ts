import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {optionsOf} from "./optionsOf.js";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const documented = read("docs/tools.md");

/** The TypeScript below `tools/`, by path. */
const tools = readdirSync(join(root, "tools"), {recursive: true})
  .map(file => join("tools", String(file)))
  .filter(file => file.endsWith(".ts"));

const commands = Object.entries(
  JSON.parse(read("package.json")).scripts as Record<string, string>
).map(([name, script]) => [name, /tools\/\w+\.ts/.exec(script)?.[0] ?? ""] as const);

test.each(commands)("npm run %s is documented with its options", (name, file) => {
  const lines = documented
    .split("\n")
    .filter(line => line.includes(`\`--`) || line.startsWith("|"));
  const own = lines.filter(
    line =>
      line.includes(`npm ${name}`) || line.includes(`npm run ${name}`) || line.startsWith("`start`")
  );
  expect(own).not.toEqual([]);
  expect(read(file)).toContain("readCommand(usage, ");
  for (const option of optionsOf(file).keys()) expect(own.join("\n")).toContain(`--${option}`);
});

/** What a command prints, past npm, and its status. */
function run(file: string, ...args: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: root,
    encoding: "utf8"
  });
  return {status, stdout, stderr};
}

const others = [...documented.matchAll(/`npx tsx (\S+\.ts)[ `]/g)].map(([, file]) => file);

test.each([...commands.map(([, file]) => file), ...others])("%s has --help", file => {
  const {status, stdout, stderr} = run(file, "--help");
  expect({status, stderr}).toEqual({status: 0, stderr: ""});
  expect(stdout).toMatch(/^np[mx] \S/);
});

test.each([
  [["--nope"], /^option must be one of --scale, --workers, .*; got --nope; --help lists/],
  [
    ["alignment", "--scale", "abc"],
    /^scale must lie in \(0, 1\] or be a whole number up to 1000; got abc$/
  ],
  [
    ["alignment", "--scale", "-1"],
    /^scale must lie in \(0, 1\] or be a whole number up to 1000; got -1$/
  ],
  [["alignment", "--workers", "100000"], /^workers must be an integer in \[1, \d+\]; got 100000$/],
  [
    ["ten-penguins", "--out", "/none/x.arrow"],
    /^--out must name a file in a folder that is there; got/
  ],
  [["ten-penguins", "--out", "docs"], /^--out must name a file; got the folder docs$/],
  [["ledger", "--verify"], /^unknown experiment ledger; there are alignment, .*, weak-error$/],
  [["alignment", "--scale", "1", "--scale", "0.5"], /^--scale must be given once; got it again/],
  [["alignment", "--set", "b=1"], /^--set needs one experiment and --out FILE; got 1 and none$/],
  [
    ["alignment", "--set", "b=1", "--set", "b=2", "--out", "x.arrow"],
    /^--set must name each setting once; got b=1, b=2$/
  ],
  [
    ["alignment", "--set", "b=1", "--out", "x.arrow", "--force"],
    /^--force is about what is published, and no variant$/
  ],
  [
    ["alignment", "--verify", "--scale", "0.5"],
    /^--verify needs the printed scale; got --scale 0.5$/
  ]
])("npm run data -- %s is refused in one line", (args, message) => {
  const {status, stdout, stderr} = run("tools/data.ts", ...args);
  expect({status, stdout}).toEqual({status: 1, stdout: ""});
  expect(stderr.trimEnd()).toMatch(message);
  expect(stderr.trimEnd()).not.toContain("\n");
});

test.each([
  ["tools/ledger.ts", ["--seed", "3"], "--seed is that of --search; got --seed 3 alone"],
  [
    "tools/ledger.ts",
    ["--tame", "--search", "9"],
    "--fresh-seeds, --search and --tame must stand alone; got --search, --tame"
  ],
  [
    "tools/ledger.ts",
    ["--tame", "--mutants"],
    "--fresh-seeds, --search and --tame must stand alone; got --tame, --mutants"
  ],
  ["tools/start.ts", ["--port", "65536"], "port must be an integer in [1, 65535]; got 65536"],
  ["tools/start.ts", ["--site", "/none"], "--site must name a folder with src/ in it; got /none"],
  ["tools/build.ts", ["--site", "/none"], "--site must name a folder with src/ in it; got /none"],
  [
    "tools/check.ts",
    ["--site", "/none"],
    "--site must name a folder with dist/ or src/ in it; got /none"
  ]
])("%s %s is refused in one line", (file, args, message) => {
  const {status, stdout, stderr} = run(file, ...args);
  expect({status, stdout}).toEqual({status: 1, stdout: ""});
  expect(stderr.split("\n").filter(line => line && !line.startsWith("the kernels"))).toEqual([
    message
  ]);
});

test("npm run check ends where its browser is not there", () => {
  const site = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(site, "dist"));
  writeFileSync(join(site, "dist/index.html"), "<!doctype html>");
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", "tools/check.ts", "--site", site],
    {cwd: root, encoding: "utf8", env: {...process.env, CHROME_PATH: "/nowhere"}, timeout: 60_000}
  );
  rmSync(site, {recursive: true});
  expect({status, stderr}).toEqual({status: 1, stderr: "CHROME_PATH names no file: /nowhere\n"});
});

test("npm run data -- --verify compares with what is committed", () => {
  const published = JSON.parse(read("data/published.json"));
  const {status, stdout} = run("tools/data.ts", "ten-penguins", "--verify");
  expect({status, stdout}).toEqual({
    status: 0,
    stdout: `ten-penguins  the published bits  sha256 ${published["ten-penguins"]}\n`
  });
});

test("npx tsx test/data/makeHashes.ts refuses an experiment that there is not", () => {
  const {status, stderr} = run("test/data/makeHashes.ts", "ten-penguin");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^unknown experiment ten-penguin; near it is ten-penguins\n$/);
});

test("every environment variable that is read is documented", () => {
  const files = [...tools, "observablehq.config.ts", "vitest.config.ts"];
  const names = files.flatMap(file =>
    [...read(file).matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name)
  );
  expect(names).toContain("NOISEFLOOR_STORE");
  for (const name of names) expect(documented).toContain(`\`${name}\``);
});

test("every folder of tools/ is on the map", () => {
  const folders = readdirSync(join(root, "tools"), {withFileTypes: true}).filter(entry =>
    entry.isDirectory()
  );
  for (const {name} of folders) expect(documented).toContain(`| \`${name}/\` |`);
});
