import {spawnSync} from "node:child_process";
import {expect, test} from "vitest";
import {root} from "../../../tools/root.js";

/** Runs `npm test -- …`, past npm, with `chromium` as the browser that it finds. */
const run = (step: string, chromium = process.execPath) =>
  spawnSync(process.execPath, ["--import", "tsx", "tools/test.ts", step], {
    cwd: root,
    encoding: "utf8",
    env: {...process.env, CHROME_PATH: chromium}
  });
const lastLine = (text: string) => text.trimEnd().split("\n").at(-1);

test("npm test -- --help lists the steps", () => {
  const {status, stdout} = run("--help");
  expect(status).toBe(0);
  for (const name of ["types", "lint", "core", "ledger", "build", "site", "check", "all"])
    expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
});

test("npm test -- with an unknown step fails and lists the steps", () => {
  const {status, stderr} = run("typos");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^unknown step typos; there are .*types, lint/);
});

test("npm test -- with one step runs that one, ends with the count and says by its status whether all passed", () => {
  const sound = run("chromium");
  expect(sound.status).toBe(0);
  expect(lastLine(sound.stdout)).toBe("1 passed, 0 failed");
  const broken = run("chromium", "/no/such/browser");
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain("CHROME_PATH names no file: /no/such/browser");
  expect(lastLine(broken.stdout)).toBe("0 passed, 1 failed");
});
