import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {afterEach, describe, expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {buildSite} from "../../tools/site/build.js";
import {checkPublished} from "../../tools/site/checkPublished.js";
import {encode} from "../../tools/sweeps/arrow.js";
import {loadExperiment} from "../../tools/sweeps/load.js";
import type {Sidecar} from "../../tools/sweeps/store.js";
import {siteFixture} from "./siteFixture.js";

let fixture: ReturnType<typeof siteFixture> | undefined;
afterEach(() => fixture?.remove());

const loader = (value: number) => `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
export default tableExperiment({
  name: "number", title: "Number", source: "", spec: {value: ${value}},
  columns: () => ({value: Float64Array.of(${value})})
});`;
const page = `# Number

\`\`\`js
FileAttachment("./data/number.arrow").url()
\`\`\`
`;

function publishedValue(site: string): number {
  const folder = join(site, "dist/_file/data");
  const [file] = readdirSync(folder);
  return tableFromIPC(readFileSync(join(folder, file))).get(0)?.["value"];
}

describe("freshness", () => {
  test("a build publishes what today's code yields, whatever Framework has in its cache", async () => {
    fixture = siteFixture({"src/index.md": page, "data/number.arrow.ts": loader(1)});
    const {site} = fixture;
    await buildSite({site, log: () => {}});
    expect(publishedValue(site)).toBe(1);
    const cache = join(site, "src/.observablehq/cache/data");
    mkdirSync(cache, {recursive: true});
    writeFileSync(join(site, "data/number.arrow.ts"), loader(2));
    writeFileSync(join(cache, "number.arrow"), "a copy from yesterday, newer than its loader");
    await buildSite({site, log: () => {}});
    expect(publishedValue(site)).toBe(2);
  });

  const {bytes, sha256} = encode(
    {x: Int32Array.of(1)},
    {experiment: "number", closure: "yesterday's"}
  );
  const other = encode({x: Int32Array.of(2)}, {experiment: "number", closure: "today's"}).bytes;
  test.each([
    [
      "under another closure hash",
      bytes,
      "it was computed under yesterday's; the closure hash of number is today's"
    ],
    [
      "with other records",
      other,
      "its records are not those that number yielded: npm run data -- number --force"
    ],
    ["cut short", other.subarray(0, 200), "it cannot be read as an Arrow stream"],
    [
      "of another experiment",
      encode({x: Int32Array.of(1)}, {experiment: "none"}).bytes,
      "it holds the records of none"
    ]
  ])("an output %s is refused, by name", (_, contents, complaint) => {
    fixture = siteFixture({});
    const folder = join(fixture.site, "dist/_file/data");
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, "number.0123abcd.arrow"), contents);
    const today = new Map([["number", {closure: "today's", sha256} as Sidecar]]);
    expect(checkPublished(join(fixture.site, "dist"), today)).toEqual([
      `number.0123abcd.arrow: ${complaint}`
    ]);
  });

  test("the closure of a sweep holds the kernel and the packages, and nothing that it does not use", async () => {
    const sweep = await loadExperiment(join(root, "data/batch-scaling.arrow.ts"));
    expect(Object.keys(sweep.closure.files)).toEqual(
      expect.arrayContaining([
        "data/batch-scaling.arrow.ts",
        "lib/simulate/kernel.wasm.ts",
        "lib/simulate/runBlock.ts",
        "lib/random/stream.ts"
      ])
    );
    expect(
      Object.keys(sweep.closure.files).filter(file => /^lib\/(?:escape|bayes)\//.test(file))
    ).toEqual([]);
    const enumeration = await loadExperiment(join(root, "data/ten-penguins.arrow.ts"));
    expect(Object.keys(enumeration.closure.files)).not.toContain("lib/simulate/kernel.wasm.ts");
    expect(enumeration.closure.packages).toEqual([
      expect.stringMatching(/^@observablehq\/sample-datasets@/),
      expect.stringMatching(/^ml-matrix@/)
    ]);
  });
});
