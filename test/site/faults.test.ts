import {beforeAll, describe, expect, test} from "vitest";
import {planted} from "./plantedFaults.js";
import {runTool} from "./runTool.js";
import {siteFixture} from "./siteFixture.js";

const frontMatter = "---\ntitle: Planted\n---\n";

describe("npm run build", () => {
  const sources: Record<string, string> = {};
  for (const [, page, source] of planted)
    sources[`src/${page}.md`] = `${sources[`src/${page}.md`] ?? frontMatter}\n${source}\n`;
  let outcome: ReturnType<typeof runTool>;
  beforeAll(() => {
    const fixture = siteFixture(sources);
    try {
      outcome = runTool("build", fixture.site);
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
  const {status, lines} = runTool("build", site);
  remove();
  expect(status).toBe(1);
  expect(lines).toContain("src/index.md:6 no such file: /data/none.arrow");
});
