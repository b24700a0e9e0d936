import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {expect, test} from "vitest";
import {resultBytes} from "../../lib/simulate/summary.js";
import {launch} from "../../tools/browser/chromium.js";
import {runSpec} from "../../tools/sweeps/runSpec.js";
import {smallSweeps as sweeps} from "./smallSweeps.js";

const committed = JSON.parse(
  readFileSync(new URL("fixtures/hashes.json", import.meta.url), "utf8")
) as Record<string, string>;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test.each([
  [1, undefined],
  [1, 3],
  [2, 1],
  [5, 4]
])("Node, %i workers, blocks of %s: the committed bits", async (workers, blockSize) => {
  const hashes: Record<string, string> = {};
  for (const sweep of sweeps) {
    const results = await runSpec(sweep, {workers, blockSize});
    hashes[sweep.experiment] = sha256(resultBytes(results));
  }
  expect(hashes).toEqual(committed);
});

test("Chromium: the committed bits", async () => {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("browserEntry.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife"
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({content: outputFiles[0].text});
    const hashes: Record<string, string> = {};
    for (const sweep of sweeps) {
      const bytes = await page.evaluate(
        spec =>
          (globalThis as unknown as {sweepBytes(spec: unknown): Promise<number[]>}).sweepBytes(
            spec
          ),
        sweep as unknown as Record<string, unknown>
      );
      hashes[sweep.experiment] = sha256(Uint8Array.from(bytes));
    }
    expect(hashes).toEqual(committed);
  } finally {
    await browser.close();
  }
});
