import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {serve} from "../../tools/browser/serve.js";
import {root} from "../../tools/root.js";
import {siteFixture} from "./siteFixture.js";

/** Runs `npm run build` or `npm run check`, past npm, on another site. */
function run(command: "build" | "check", site: string): {status: number | null; lines: string[]} {
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", `tools/${command}.ts`, site],
    {cwd: root, encoding: "utf8"}
  );
  const folder = `${relative(root, site)}/`;
  return {status, lines: stderr.split("\n").map(line => line.replaceAll(folder, ""))};
}

const frontMatter = "---\ntitle: Planted\n---\n";

/** What is planted, on which page, and how the build names it. Line 4 is the first after the title. */
const planted: [fault: string, page: string, source: string, message: RegExp][] = [
  [
    "a type error in a TypeScript fence",
    "code",
    '```ts\nconst n: number = "one";\ndisplay(n);\n```',
    /^src\/code\.md:6 Type 'string' is not assignable to type 'number'/
  ],
  [
    "a type error in a JavaScript fence",
    "code",
    '```js\ndisplay("one".nonesuch);\n```',
    /^src\/code\.md:11 Property 'nonesuch' does not exist/
  ],
  [
    "a type error in an inline expression",
    "code",
    "Text\n$" + "{(3).nope}",
    /^src\/code\.md:15 Property 'nope' does not exist/
  ],
  [
    "a name that nothing defines",
    "code",
    "$" + "{undefinedName}",
    /^src\/code\.md:17 Cannot find name 'undefinedName'/
  ],
  ["a syntax error", "syntax", "```js\nconst = 1;\n```", /^src\/syntax\.md:6 .*nexpected/],
  [
    "a link to no page",
    "index",
    "[x](./nowhere)",
    /^src\/index\.md:5 link to \.\/nowhere: no such/
  ],
  [
    "a link to no anchor",
    "index",
    "[x](./code#nowhere)",
    /^src\/index\.md:7 link to \.\/code#nowhere: no such anchor/
  ],
  [
    "an unknown citation",
    "index",
    "[@nobody1900]",
    /^src\/index\.md:9 unresolved reference nobody/
  ],
  ["an unknown equation", "index", "@eq:none", /^src\/index\.md:11 unresolved reference eq:none/],
  [
    "an unknown statement",
    "index",
    "@FG-Thm9.9",
    /^src\/index\.md:13 unresolved reference FG-Thm9/
  ],
  ["a TeX error", "index", "$\\nope$", /^src\/index\.md:15 TeX error in \\nope/],
  [
    "a duplicate id",
    "index",
    '<p id="a">1</p>\n<p id="a">2</p>',
    /^src\/index\.md:18 duplicate id "a"/
  ],
  [
    "an image without words",
    "index",
    "![](/icon.svg)",
    /^src\/index\.md:20 image .* no text alter/
  ],
  [
    "a figure without words",
    "index",
    "<figure>\n<p>1</p>\n</figure>",
    /^src\/index\.md:22 <figure> has neither <figcaption> nor aria-label/
  ],
  [
    "a script from elsewhere",
    "index",
    '<script src="https://example.org/x.js"></script>',
    /^src\/index\.md:26 request off the origin: https:\/\/example\.org\/x\.js/
  ],
  [
    "an image from elsewhere",
    "index",
    "![words](//example.org/x.png)",
    /^src\/index\.md:28 request off the origin: \/\/example\.org/
  ]
];

describe("npm run build", () => {
  const sources: Record<string, string> = {};
  for (const [, page, source] of planted)
    sources[`src/${page}.md`] = `${sources[`src/${page}.md`] ?? frontMatter}\n${source}\n`;
  let outcome: ReturnType<typeof run>;
  beforeAll(() => {
    const fixture = siteFixture(sources);
    try {
      outcome = run("build", fixture.site);
    } finally {
      fixture.remove();
    }
  });

  test.each(planted)("refuses %s", (_, __, ___, message) => {
    expect(outcome.status).not.toBe(0);
    expect(outcome.lines.filter(line => message.test(line))).toHaveLength(1);
  });

  test("and reports nothing else", () => {
    const found = outcome.lines.filter(line => /^src\//.test(line));
    expect(found).toHaveLength(planted.length);
  });
});

test("npm run build refuses a page that asks for a file that is not there, by its line", () => {
  const asks = '```js\nFileAttachment("./data/none.arrow").url()\n```\n';
  const {site, remove} = siteFixture({"src/index.md": `${frontMatter}\n${asks}`});
  const {status, lines} = run("build", site);
  remove();
  expect(status).toBe(1);
  expect(lines).toContain("src/index.md:6 no such file: /data/none.arrow");
});

const q = "$" + '{new URLSearchParams(location.search).get("q") ?? "nothing"}';

/** Pages that build, and go wrong in the browser. */
const pages = {
  "src/index.md": `# Sound\n\nText with $x^2$ and ${q}.\n`,
  "src/wrong.md": `# Wrong

\`\`\`js
display(JSON.parse("{"));
\`\`\`

Text
and $\{(3).toFixed(400)}

\`\`\`js
const box = document.createElement("div");
box.innerHTML = '<p id="twin"></p><p id="twin"></p><img src="data:,"><svg></svg><button></button>';
box.style.width = "3000px";
box.style.color = "#ddd";
box.append("pale");
const figure = document.createElement("figure");
figure.append(document.createElement("p"));
display(box);
display(figure);
console.warn("a warning");
\`\`\`

\`\`\`js
setTimeout(() => { throw new Error("thrown later"); });
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
fetch("https://example.org/data.json")
\`\`\`

\`\`\`js
import(["https:/", "example.org", "module.js"].join("/"))
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
  "src/leak.js": `
addEventListener("securitypolicyviolation", e => postMessage(e.blockedURI + " violates " + e.effectiveDirective));
fetch("https://example.org/module-worker").catch(() => {});
`
};

describe("npm run check", () => {
  let fixture: ReturnType<typeof siteFixture>;
  let lines: string[] = [];
  let build: ReturnType<typeof run>;
  let check: ReturnType<typeof run>;
  beforeAll(() => {
    fixture = siteFixture(pages);
    build = run("build", fixture.site);
    if (build.status !== 0) return;
    const foreign = join(fixture.site, "dist/foreign.html");
    const html = readFileSync(foreign, "utf8");
    const added =
      '<script>document.title = "owned"</script><script src="https://example.org/late.js"></script>' +
      '<link rel="stylesheet" href="https://example.org/late.css">';
    writeFileSync(foreign, html.replace("</body>", `${added}</body>`));
    check = run("check", fixture.site);
    lines = check.lines;
  });
  afterAll(() => fixture.remove());

  test("the pages build", () => {
    expect(build.lines.join("\n")).toContain("dist/ is ready");
    expect(build.status).toBe(0);
  });

  test("exits with 1, and says how much is wrong", () => {
    expect(check.status).toBe(1);
    expect(lines.find(line => /^3 pages opened, \d+ problems$/.test(line))).toBeDefined();
  });

  test("reports nothing of a sound page", () =>
    expect(lines.filter(line => line.startsWith("src/index.md"))).toEqual([]));

  test.each([
    ["an error in a fence", /^src\/wrong\.md:4 .*error shown: SyntaxError: .*JSON/],
    ["an error in an inline expression", /^src\/wrong\.md:8 .*error shown: RangeError/],
    ["an error after the cell", /^src\/wrong\.md .*uncaught: thrown later/],
    ["a warning on the console", /^src\/wrong\.md .*console warning: a warning/],
    ["a request that fails", /^src\/wrong\.md .*404 http:.*absent\.json/],
    ["a duplicate id", /^src\/wrong\.md .*duplicate id: twin/],
    ["an image without words", /^src\/wrong\.md .*<img> without a text alternative/],
    ["a drawing without words", /^src\/wrong\.md .*<svg> without a text alternative/],
    ["a figure without a caption", /^src\/wrong\.md .*figure without a caption/],
    ["a figure without words", /^src\/wrong\.md .*figure without a text alternative/],
    ["a page wider than its window", /^src\/wrong\.md \(390 px\): the page is \d+ px wider/],
    ["a button without a name", /^src\/wrong\.md \(1280 px\): axe button-name/],
    ["pale text", /^src\/wrong\.md \(1280 px\): axe color-contrast/],
    [
      "a script from elsewhere",
      /^src\/foreign\.md .*script 'https:\/\/example\.org\/made\.js'.*violates/
    ],
    [
      "an image from elsewhere",
      /^src\/foreign\.md .*image 'https:\/\/example\.org\/made\.png'.*violates/
    ],
    ["a frame from elsewhere", /^src\/foreign\.md .*'https:\/\/example\.org\/'.*violates/],
    ["a fetch from elsewhere", /^src\/foreign\.md .*https:\/\/example\.org\/data\.json.*violates/],
    ["a module from elsewhere", /^src\/foreign\.md .*https:\/\/example\.org\/module\.js.*violates/],
    ["text run as code", /^src\/foreign\.md.*error shown: EvalError/],
    ["a fetch from a worker", /^src\/foreign\.md .*https:\/\/example\.org\/worker.*violates/],
    [
      "a fetch from a worker's file",
      /^src\/foreign\.md:\d+ .*https:\/\/example\.org\/module-worker violates connect-src/
    ],
    ["a script put into a built page", /^src\/foreign\.md .*inline script.*violates/],
    [
      "a foreign script put into it",
      /^src\/foreign\.md .*https:\/\/example\.org\/late\.js.*violates/
    ],
    [
      "a foreign style sheet put into it",
      /^src\/foreign\.md .*https:\/\/example\.org\/late\.css.*violates/
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
