import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {buildSite} from "../../tools/site/build.js";
import {siteFixture} from "./siteFixture.js";

const numbers = `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
export default tableExperiment({
  name: "numbers", title: "Numbers", source: "", spec: {},
  columns: () => ({
    name: ["a", "b", "b"],
    half: Float64Array.of(0.5, 1.5, 2.5),
    count: Int32Array.of(1, 2, 2000000000)
  })
});`;

const head = `
\`\`\`ts
import {database} from "./components/duckdb.js";
\`\`\`

\`\`\`ts
const sql = database({numbers: FileAttachment("./data/numbers.arrow").url()});
\`\`\`
`;

const pages = {
  "src/index.md": `# Types
${head}
\`\`\`sql id=rows
SELECT 0.5 AS half, 1.5::DECIMAL(9, 3) AS decimal, sum(count) AS total, count(*) AS n,
       max(half) AS largest, min(name) AS name
FROM numbers WHERE name = \${name}
\`\`\`

\`\`\`ts
const name = new URLSearchParams(location.search).get("name") ?? "a";
\`\`\`

<pre id="result">\${JSON.stringify(rows)}</pre>
`,
  "src/failing-query.md": `# Failing query
${head}
\`\`\`sql id=rows
SELECT CAST(\${text} AS INTEGER) AS number FROM numbers
\`\`\`

\`\`\`ts
const text = new URLSearchParams(location.search).get("text") ?? "1";
\`\`\`

Rows: \${rows.length}
`,
  "src/unreadable.md": `# Unreadable

\`\`\`ts
import {database} from "./components/duckdb.js";
\`\`\`

\`\`\`ts
const sql = location.search ? database({broken: FileAttachment("./broken.bin").url()}) : 0;
display(await sql);
\`\`\`
`,
  "src/broken.bin": "ARROW1 this is no stream",
  "data/numbers.arrow.ts": numbers
};

let fixture: ReturnType<typeof siteFixture>;
let server: StaticServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  fixture = siteFixture(pages);
  await buildSite({site: fixture.site, log: () => {}});
  server = await serve(join(fixture.site, "dist"));
  browser = await launch();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  fixture?.remove();
});

describe("database", () => {
  test("decimals, sums of integers and counts come back as numbers", async () => {
    await page.goto(`${server.url}?name=b`);
    await page.waitForFunction(() =>
      document.querySelector("#result")?.textContent?.includes('"b"')
    );
    const text = await page.locator("#result").textContent();
    expect(JSON.parse(text ?? "")).toEqual([
      {half: 0.5, decimal: 1.5, total: 2000000002, n: 2, largest: 2.5, name: "b"}
    ]);
  });

  test("a query that fails is reported where its result would be, with the SQL", async () => {
    await page.goto(`${server.url}failing-query?text=a`);
    const error = page.locator(".observablehq--error").first();
    await error.waitFor();
    const text = await error.textContent();
    expect(text).toContain("Could not convert string 'a' to INT32");
    expect(text).toContain("SELECT CAST(? AS INTEGER) AS number FROM numbers");
  });

  test("a file that is no Arrow stream is named", async () => {
    await page.goto(`${server.url}unreadable?open`);
    const error = page.locator(".observablehq--error").first();
    await error.waitFor();
    expect(await error.textContent()).toMatch(/broken\.[0-9a-f]+\.bin cannot be read/);
  });
});
