import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {buildSite} from "../../tools/site/build.js";
import {siteFixture} from "./siteFixture.js";

let fixture: ReturnType<typeof siteFixture>;
afterEach(() => fixture.remove());

const page = "---\ntitle: Front\n---\n\n# Front\n\nText.\n";

/** A site with an old `dist/`, so that it can be seen to survive. */
function withOldSite(files: Record<string, string>): string {
  fixture = siteFixture({"src/index.md": page, ...files});
  mkdirSync(join(fixture.site, "dist"));
  writeFileSync(join(fixture.site, "dist/index.html"), "the old site");
  return fixture.site;
}

const build = (site: string) => buildSite({site, log: () => {}});
const oldSite = (site: string) => readFileSync(join(site, "dist/index.html"), "utf8");

describe("buildSite", () => {
  test("replaces the old site by the new one, with .nojekyll and relative links only", async () => {
    const site = withOldSite({});
    await build(site);
    const html = readFileSync(join(site, "dist/index.html"), "utf8");
    expect(html).toContain("<h1");
    expect(existsSync(join(site, "dist/.nojekyll"))).toBe(true);
    expect(html.match(/(?:href|src)="(?:\/|https?:)[^"]*"/g)).toBeNull();
  });

  test("a loader that throws fails the build, is named, and leaves the old site alone", async () => {
    const site = withOldSite({
      "data/broken.arrow.ts": `
        import {tableExperiment} from "../lib/experiments/tableExperiment.js";
        export default tableExperiment({
          name: "broken", title: "Broken", source: "", spec: {},
          columns: () => { throw new Error("no such number"); }
        });`
    });
    await expect(build(site)).rejects.toThrow(/broken\.arrow\.ts: Broken failed: no such number/);
    expect(oldSite(site)).toBe("the old site");
  });

  test("a kernel asked for an unstable learning rate fails the build with the range wanted", async () => {
    const site = withOldSite({
      "data/unstable.arrow.ts": `
        import {stationaryVarianceExperiment} from "../lib/experiments/stationary/stationaryVarianceExperiment.js";
        export default stationaryVarianceExperiment({
          name: "unstable", title: "Unstable", source: "", seed: 1, replicates: 4,
          settings: {
            hessianEigenvalues: [1, 0.1], noiseVariances: [1, 1], learningRate: 2.5, timeStep: 1,
            b: [1], steps: 100, burnIn: 10
          }
        });`
    });
    await expect(build(site)).rejects.toThrow(
      /learningRate must lie in \\(0, 2\\); got 2\.5|learningRate.*2\.5/
    );
    expect(oldSite(site)).toBe("the old site");
  });

  test("a plain loader that throws fails the build", async () => {
    const site = withOldSite({
      "src/numbers.json.ts": "throw new Error('the disk is on fire');",
      "src/index.md": `${page}\n\`\`\`js\nFileAttachment("numbers.json").json()\n\`\`\`\n`
    });
    const failure = await build(site).catch((error: Error) => error.message);
    expect(failure).toMatch(/numbers\.json\.ts: the disk is on fire\nerror in /);
    expect(String(failure).split("\n").length).toBeLessThan(15);
    const log = join(root, ".cache/framework.log");
    expect(failure).toContain(`all that it said is in ${relative(".", log)}`);
    expect(readFileSync(log, "utf8")).toContain("load /index");
    expect(oldSite(site)).toBe("the old site");
  });
});
