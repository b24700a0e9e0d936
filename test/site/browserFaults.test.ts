import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {serve} from "../../tools/browser/serve.js";
import {runTool} from "./runTool.js";
import {siteFixture} from "./siteFixture.js";

const q = "$" + '{new URLSearchParams(location.search).get("q") ?? "nothing"}';

/** Pages that build, and go wrong in the browser: the build, which runs their cells, has no `document.fonts`. */
const pages = {
  "src/index.md": `# Sound\n\nText with $x^2$ and ${q}.\n`,
  "src/wrong.md": `# Wrong

\`\`\`js
display(JSON.parse(document.fonts ? "{" : "0"));
\`\`\`

Text
and $\{(3).toFixed(document.fonts ? 400 : 0)}

\`\`\`js
const box = document.createElement("div");
box.innerHTML = '<p id="twin"></p><p id="twin"></p><img src="data:,"><svg></svg><button></button>';
box.style.width = "3000px";
box.style.color = "#ddd";
box.append("pale");
const figure = document.createElement("figure");
figure.append(document.createElement("p"));
const cells = [2, 3].map(k => '<tr><td class="number">' + (1 / 2).toFixed(k) + "</td></tr>").join("");
const head = '<thead><tr><th scope="col">risk</th></tr></thead>';
box.insertAdjacentHTML("beforeend", '<div class="scroll" tabindex="0" role="region" aria-label="risks"><table>' + head + "<tbody>" + cells + "</tbody></table></div>");
display(box);
display(figure);
console.warn("a warning");
\`\`\`

\`\`\`js
setTimeout(() => { throw new Error("thrown later"); });
\`\`\`

\`\`\`js
setTimeout(() => Promise.reject(new Error("promised in vain")), 200);
\`\`\`

\`\`\`ts
import * as Plot from "@observablehq/plot";

display(Plot.plot({marks: [Plot.dot([[1, 2]], {x: 0, y: 1})]}));
display(Plot.plot({caption: "1", marks: [Plot.dot([[1, 2]], {x: 0, y: 1})]}));
\`\`\`

\`\`\`js
fetch("./absent.json");
\`\`\`
`,
  "src/foreign.md": `# Foreign

\`\`\`js
const script = document.createElement("script");
script.src = "https://example.org/made.js";
document.head.append(script);
new Image().src = "https://example.org/made.png";
document.body.append(Object.assign(document.createElement("iframe"), {src: "https://example.org/"}));
\`\`\`

\`\`\`js
await fetch("https://example.org/data.json");
\`\`\`

\`\`\`js
if (document.fonts) await import(["https:/", "example.org", "module.js"].join("/"));
\`\`\`

\`\`\`js
display((0, eval)("1 + 1"));
\`\`\`

\`\`\`js
const source =
  'addEventListener("securitypolicyviolation", e => postMessage(e.blockedURI + " violates " + e.effectiveDirective));' +
  'fetch("https://example.org/worker").catch(() => {});';
const worker = new Worker(URL.createObjectURL(new Blob([source])));
const answer = await new Promise(resolve => worker.addEventListener("message", resolve));
throw new Error(answer.data);
\`\`\`

\`\`\`js
import {moduleWorker} from "./components/moduleWorker.js";
const started = moduleWorker(import.meta.resolve("./leak.js"));
throw new Error(await new Promise(resolve => started.addEventListener("message", event => resolve(event.data))));
\`\`\`
`,
  "src/unsteady.md": `# Unsteady

\`\`\`js
const figure = document.createElement("figure");
figure.setAttribute("aria-label", "growing");
figure.style.height = "50px";
display(figure);
const other = display(document.createElement("figure"));
if (document.fonts) setTimeout(() => (figure.style.height = "300px"), 500);
if (document.fonts) setTimeout(() => other.remove(), 1000);
\`\`\`

${"Text that is pushed down by what grows above it.\n\n".repeat(12)}
\`\`\`js
import {database} from "./components/duckdb.js";
const sql = await database({});
await sql\`SELECT $\{document.fonts ? 2 : 1} AS n\`;
\`\`\`
`,
  "src/leak.js": `
addEventListener("securitypolicyviolation", e => postMessage(e.blockedURI + " violates " + e.effectiveDirective));
fetch("https://example.org/module-worker").catch(() => {});
`
};

describe("npm run check", () => {
  let fixture: ReturnType<typeof siteFixture>;
  let lines: string[] = [];
  let build: ReturnType<typeof runTool>;
  let check: ReturnType<typeof runTool>;
  beforeAll(() => {
    fixture = siteFixture(pages);
    build = runTool("build", fixture.site);
    if (build.status !== 0) return;
    const foreign = join(fixture.site, "dist/foreign.html");
    const html = readFileSync(foreign, "utf8");
    const added =
      '<script>document.title = "owned"</script><script src="https://example.org/late.js"></script>' +
      '<link rel="stylesheet" href="https://example.org/late.css">';
    writeFileSync(foreign, html.replace("</body>", `${added}</body>`));
    const unsteady = join(fixture.site, "dist/unsteady.html");
    const answered = readFileSync(unsteady, "utf8");
    writeFileSync(unsteady, answered.replace('"rows":[[1]]', '"rows":[[7]]'));
    check = runTool("check", fixture.site);
    lines = check.lines;
  });
  afterAll(() => fixture.remove());

  test("the pages build", () => {
    expect(build.lines.join("\n")).toContain("dist/ is ready");
    expect(build.status).toBe(0);
  });

  test("exits with 1, and says how much is wrong", () => {
    expect(check.status).toBe(1);
    expect(lines.find(line => /^4 pages opened, \d+ problems$/.test(line))).toBeDefined();
  });

  test("reports nothing of a sound page", () =>
    expect(lines.filter(line => line.startsWith("src/index.md"))).toEqual([]));

  test.each([
    ["an error in a fence", /^src\/wrong\.md:4 .*error shown: SyntaxError: .*JSON/],
    ["an error in an inline expression", /^src\/wrong\.md:8 .*error shown: RangeError/],
    ["an error after the cell", /^src\/wrong\.md:27 .*uncaught: thrown later/],
    ["a promise that nobody sees broken", /^src\/wrong\.md:31 .*uncaught: promised in vain/],
    ["a warning on the console", /^src\/wrong\.md:11 .*console warning: a warning/],
    ["a request that fails", /^src\/wrong\.md .*404 http:.*absent\.json/],
    ["a duplicate id", /^src\/wrong\.md .*duplicate id: twin/],
    ["an image without words", /^src\/wrong\.md .*<img> without a text alternative/],
    ["a plot without words", /^src\/wrong\.md .*<svg> without a text alternative: plot/],
    ["a drawing without words", /^src\/wrong\.md .*<svg> without a text alternative/],
    ["a figure without a caption", /^src\/wrong\.md .*figure without a caption/],
    ["a figure without words", /^src\/wrong\.md .*figure without a text alternative/],
    [
      "a column of two formats",
      /^src\/wrong\.md .*written in two ways, 0\.50 and 0\.500: “risk” of risks/
    ],
    ["a page wider than its window", /^src\/wrong\.md \(390 px\): the page is \d+ px wider/],
    [
      "a figure that changes its size",
      /^src\/unsteady\.md .*a figure's box changes from \d+ × 50 px to \d+ × 300: growing/
    ],
    [
      "text that moves",
      /^src\/unsteady\.md .*it shifts by 0\.\d+, more than 0\.05; most of all \S+ “/
    ],
    ["a figure that goes", /^src\/unsteady\.md .*a figure goes before its successor comes/],
    [
      "a query engine that nobody has asked for",
      /^src\/unsteady\.md .*bytes of the query engine and its data.*; the budget is 0/
    ],
    [
      "an answer that the browser's engine does not give",
      /^src\/unsteady\.md \(queries\): the browser's engine answers otherwise than the page: SELECT \?/
    ],
    ["a button without a name", /^src\/wrong\.md \(1440 px\): axe button-name/],
    ["pale text", /^src\/wrong\.md \(1440 px\): axe color-contrast/],
    [
      "a script from elsewhere",
      /^src\/foreign\.md:4 .*script 'https:\/\/example\.org\/made\.js'.*violates/
    ],
    [
      "an image from elsewhere",
      /^src\/foreign\.md\S* .*image 'https:\/\/example\.org\/made\.png'.*violates/
    ],
    ["a frame from elsewhere", /^src\/foreign\.md:4 .*'https:\/\/example\.org\/'.*violates/],
    [
      "a fetch from elsewhere",
      /^src\/foreign\.md:12 .*https:\/\/example\.org\/data\.json.*violates/
    ],
    [
      "a module from elsewhere",
      /^src\/foreign\.md:16 .*https:\/\/example\.org\/module\.js.*violates/
    ],
    ["text run as code", /^src\/foreign\.md.*error shown: EvalError/],
    ["a fetch from a worker", /^src\/foreign\.md\S* .*https:\/\/example\.org\/worker.*violates/],
    [
      "a fetch from a worker's file",
      /^src\/foreign\.md:\d+ .*https:\/\/example\.org\/module-worker violates connect-src/
    ],
    ["a script put into a built page", /^src\/foreign\.md\S* .*inline script.*violates/],
    [
      "a foreign script put into it",
      /^src\/foreign\.md\S* .*https:\/\/example\.org\/late\.js.*violates/
    ],
    [
      "a foreign style sheet put into it",
      /^src\/foreign\.md\S* .*https:\/\/example\.org\/late\.css.*violates/
    ]
  ])("reports %s", (_, message) => {
    if (!lines.some(line => message.test(line))) expect(lines.join("\n")).toMatch(message);
  });

  test("shows text from the URL as text", async () => {
    const server = await serve(join(fixture.site, "dist"));
    const browser = await launch();
    try {
      const page = await browser.newPage();
      const markup =
        '<img src="x" onerror="document.title = 1"><script>document.title = 2</script>';
      await page.goto(`${server.url}?q=${encodeURIComponent(markup)}`);
      await page.getByText(markup).waitFor();
      expect(await page.locator("main :is(img, script)").count()).toBe(0);
      expect(await page.title()).toContain("Sound");
    } finally {
      await browser.close();
      await server.close();
    }
  });

  test("lets no request leave the origin", () =>
    expect(lines.filter(line => line.includes("request off the origin"))).toEqual([]));
});
