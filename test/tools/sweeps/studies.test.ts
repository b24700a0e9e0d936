import {mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readStudies, writeStudy} from "../../../tools/sweeps/studies.js";
import {checkout, pieces} from "../../machines/checkout.js";

let own: ReturnType<typeof checkout>;
const loader = (name = "pieces") => join(own.folder, `data/${name}.arrow.ts`);
beforeAll(() => {
  const long = pieces("long", {count: 1, milliseconds: 0});
  own = checkout({
    pieces: pieces("pieces", {milliseconds: 0}),
    long: long.replace("Float64Array.from(results, ({value}) => value)", "new Float64Array(9000)")
  });
  process.env.NOISEFLOOR_STORE = mkdtempSync(join(tmpdir(), "store-"));
});
afterAll(() => {
  own.remove();
  rmSync(process.env.NOISEFLOOR_STORE ?? "", {recursive: true, force: true});
  delete process.env.NOISEFLOOR_STORE;
});

test("a study says under which code, at which scale and commit it was computed", async () => {
  const {file, sha256} = await writeStudy(own.folder, loader(), {scale: 2, workers: 1});
  const table = tableFromIPC(readFileSync(file));
  expect([...(table.getChild("value") ?? [])]).toHaveLength(24);
  const [study, ...others] = await readStudies(own.folder);
  expect(others).toEqual([]);
  expect(study).toEqual({
    experiment: "pieces",
    scale: 2,
    closure: expect.stringMatching(/^\w{64}$/),
    today: study.closure,
    commit: expect.stringMatching(/^(unknown|[0-9a-f]+\+?)$/),
    sha256
  });
  writeFileSync(loader(), readFileSync(loader(), "utf8").replace("2 + job", "3 + job"));
  const [edited] = await readStudies(own.folder);
  expect(edited.closure).toBe(study.closure);
  expect(edited.today).not.toBe(study.closure);
});

test("a study under another's name is refused", async () => {
  const [from, to] = [2, 3].map(scale => join(own.folder, `data/studies/pieces-at-${scale}.arrow`));
  renameSync(from, to);
  await expect(readStudies(own.folder)).rejects.toThrow(
    "data/studies/pieces-at-3.arrow is no study"
  );
  rmSync(to);
});

test("a study at the printed scale, and one that is too large to be committed, are refused", async () => {
  await expect(writeStudy(own.folder, loader(), {scale: 1})).rejects.toThrow(
    "a study must have a scale above 1; got 1"
  );
  await expect(writeStudy(own.folder, loader("long"), {scale: 2})).rejects.toThrow(
    /^a study must have at most 64 kB; long at scale 2 has 7\d kB$/
  );
});
