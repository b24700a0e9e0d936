import {spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {publishedList, readHashes} from "../../tools/sweeps/hashLists.js";

let scratch: string;
let copy: string;
let link: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "odd-"));
  copy = join(scratch, "a b é #1 %20");
  for (const part of ["tools", "lib", "data", "package.json", "tsconfig.json"])
    cpSync(join(root, part), join(copy, part), {recursive: true});
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  link = join(scratch, "link");
  symlinkSync(copy, link);
});
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

function run(cwd: string, ...command: string[]) {
  const env: NodeJS.ProcessEnv = {...process.env, NOISEFLOOR_STORE: join(scratch, "store")};
  const options = {cwd, env, encoding: "utf8"} as const;
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", ...command],
    options
  );
  return {status, stdout, stderr};
}

test.each([
  ["whose path holds a space, é, # and %", () => copy],
  ["that a link leads to", () => link]
])("tools run in a folder %s", (_, folder) => {
  expect(run(folder(), "tools/kernel.ts")).toEqual({
    status: 0,
    stdout: "",
    stderr: "the kernels are up to date\n"
  });
  expect(run(folder(), "tools/data.ts", "ten-penguins", "--verify")).toMatchObject({
    status: 0,
    stdout: `ten-penguins  the published bits  sha256 ${readHashes(publishedList)["ten-penguins"]}\n`
  });
});
