import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {runTool} from "./runTool.js";
import {siteFixture} from "./siteFixture.js";

const inline = (code: string) => `$\{${code}}`;
const fence = (code: string, language = "js") => `\`\`\`${language}\n${code}\n\`\`\``;

describe("npm run build", () => {
  const planted: [what: string, source: string, line: number, message: RegExp][] = [
    ["a cell that throws", fence('display(JSON.parse("{"));'), 2, /^SyntaxError: .*JSON/],
    ["an expression that throws", `Text ${inline("(3).toFixed(400)")}`, 5, /^RangeError/],
    ["a cell that refuses", fence('await Promise.reject(new Error("no"));'), 8, /^Error: no/],
    ["NaN in a sentence", `It is ${inline("0 / 0")}.`, 11, /^it shows NaN/],
    ["undefined in a sentence", `It is ${inline("[][0]")}.`, 13, /^it shows undefined/],
    ["null in a sentence", `It is ${inline("null")}.`, 15, /^it shows null/],
    ["an object in a sentence", `It is ${inline("({})")}.`, 17, /^it shows \[object Object\]/],
    [
      "NaN in a figure",
      fence(
        'display(Object.assign(document.createElement("p"), {textContent: `r = $' + "{NaN}`}));"
      ),
      20,
      /^it shows NaN/
    ],
    ["a cell that waits for ever", fence("await new Promise(() => {});"), 24, /^it never comes/],
    [
      "a control off its range",
      `${fence('import {controls} from "./components/controls.js";')}\n\n${fence(
        'display(controls({a: {label: "a", min: 0, max: 1, step: 0.1, value: 5}}));'
      )}`,
      32,
      /^RangeError: control a: value must lie in \[0, 1\]; got 5/
    ],
    [
      "a control without a step",
      fence('display(controls({b: {label: "b", min: 0, max: 1, step: 0, value: 1}}));'),
      36,
      /^RangeError: control b: step must be positive; got 0/
    ]
  ];
  let lines: string[];
  beforeAll(() => {
    const page = planted.map(([, source]) => source).join("\n\n");
    const {site, remove} = siteFixture({"src/index.md": page});
    ({lines} = runTool("build", site));
    remove();
  });

  test.each(planted)("refuses %s, by its line", (_, __, line, message) => {
    const said = lines
      .filter(text => text.startsWith(`src/index.md:${line} `))
      .map(text => text.slice(text.indexOf(" ") + 1));
    expect(said).toEqual([expect.stringMatching(message)]);
  });
});

describe("a built page", () => {
  const words = "const word: string = ";
  const source = `# Shown

${fence(`${words}"settled";\nconst later = await Promise.resolve(7);`, "ts")}

It is ${inline("word")} at ${inline("later")}.

${fence(
  'const box = document.createElement("figure");\nbox.append(String(later));\ndisplay(box);',
  "ts"
)}

${fence('import {moduleWorker} from "./components/moduleWorker.js";')}

${fence(
  'const worker = moduleWorker(import.meta.resolve("./silent.js"));\nconst answer = await new Promise(resolve => worker.addEventListener("message", resolve));\ndisplay("answered");'
)}

${fence(
  'const adding = moduleWorker(import.meta.resolve("./adding.js"));\nconst sum = await new Promise(resolve => {\n  adding.addEventListener("message", ({data}) => resolve(data));\n  adding.postMessage([40, 2]);\n});\ndisplay("The worker says " + sum + ".");'
)}
`;
  const adding = "onmessage = ({data: [a, b]}) => setTimeout(() => postMessage(a + b), 500);";
  let html: string;
  let said: string;
  let status: number | null;
  beforeAll(() => {
    const {site, remove} = siteFixture({
      "src/index.md": source,
      "src/silent.js": "",
      "src/adding.js": adding
    });
    ({status, said} = runTool("build", site));
    html = status === 0 ? readFileSync(join(site, "dist/index.html"), "utf8") : "";
    remove();
  });

  test("holds what its cells show, before any script has run", () => {
    expect(status, said).toBe(0);
    const text = html.replace(/<!--.*?-->/g, "").replace(/<\/?observablehq-loading[^>]*>/g, "");
    expect(text).toContain("It is settled at 7.");
    expect(text).toContain("<figure>7</figure>");
  });

  test("holds what its workers answer", () => expect(html).toContain("The worker says 42."));

  test("leaves a cell that waits for a worker to the browser, and says so", () => {
    expect(said).toMatch(/^src\/index\.md:\d+ waits for a worker$/m);
    expect(/<main[\s\S]*<\/main>/.exec(html)?.[0]).not.toContain("answered");
  });
});
