import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {root} from "../../../tools/root.js";
import {buildScale} from "../../../tools/sweeps/publish.js";
import {checkedSidecar, storedPath, storeFolder} from "../../../tools/sweeps/store.js";

const {NOISEFLOOR_STORE: store, NOISEFLOOR_SCALE: scale} = process.env;
afterEach(() => {
  for (const [name, value] of Object.entries({NOISEFLOOR_STORE: store, NOISEFLOOR_SCALE: scale}))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

test("a variable that is set to nothing is not set", () => {
  process.env.NOISEFLOOR_STORE = "";
  process.env.NOISEFLOOR_SCALE = "";
  expect(storeFolder()).toBe(join(root, ".cache/store"));
  expect(buildScale()).toBe(1);
});

test("a folder where a result should be is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  process.env.NOISEFLOOR_STORE = folder;
  const closure = "0".repeat(64);
  mkdirSync(storedPath("x", closure, "arrow"));
  writeFileSync(storedPath("x", closure, "json"), "{}");
  expect(() => checkedSidecar("x", closure, () => {})).toThrow(
    `${storedPath("x", closure, "arrow")} in the store cannot be read: EISDIR`
  );
  rmSync(folder, {recursive: true});
});
