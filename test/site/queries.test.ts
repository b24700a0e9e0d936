import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {buildSite} from "../../tools/site/build.js";
import {runTool} from "./runTool.js";
import {siteFixture} from "./siteFixture.js";

let fixture: ReturnType<typeof siteFixture>;
afterEach(() => fixture.remove());

const page = (table: string, sql: string) => `# Query

\`\`\`ts
import {database} from "./components/duckdb.js";

const sql = database({
  numbers: FileAttachment("${table}").url()
});
\`\`\`

\`\`\`sql id=rows
${sql}
\`\`\`

Rows: \${rows.length}
`;

const numbers = `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
export default tableExperiment({
  name: "numbers", title: "Numbers", source: "", spec: {},
  columns: () => ({half: Float64Array.of(0.5, 1.5)})
});`;

function site(files: Record<string, string>): string {
  fixture = siteFixture({"data/numbers.arrow.ts": numbers, ...files});
  mkdirSync(join(fixture.site, "dist"));
  writeFileSync(join(fixture.site, "dist/index.html"), "the old site");
  return fixture.site;
}

describe("a build", () => {
  test("refuses a missing column, at its line, and leaves the old site alone", () => {
    const where = site({
      "src/index.md": page("./data/numbers.arrow", "SELECT half, third\nFROM numbers")
    });
    const {status, said} = runTool("build", where);
    expect(status).toBe(1);
    expect(said).toMatch(/^src\/index\.md:12 Binder Error: Referenced column "third" not found/m);
    expect(readFileSync(join(where, "dist/index.html"), "utf8")).toBe("the old site");
  });

  test("refuses an Arrow file that cannot be read, naming it", async () => {
    const where = site({
      "src/index.md": page("./broken.arrow", "SELECT 1 AS one"),
      "src/broken.arrow": "ARROW1 is how a file begins, not a stream"
    });
    await expect(buildSite({site: where, log: () => {}})).rejects.toThrow(
      /index\.md:7 .*broken\.arrow cannot be read as an Arrow stream/
    );
    expect(existsSync(join(where, "dist/.nojekyll"))).toBe(false);
  });
});
