import {expect, test} from "vitest";
import {checkQueries} from "../../../tools/site/checkQueries.js";
import {fixtureSite} from "../markdown/site.js";

const page = (code: string) =>
  `# Tables\n\n\`\`\`ts\nconst sql = database({\n  wide: FileAttachment("./a.arrow").url()\n});\n${code}\n\`\`\`\n`;

/** What is wrong with a page of one table and some code, before any query is bound. */
async function problemsOf(code: string): Promise<string[]> {
  const root = fixtureSite({"src/index.md": page(code)});
  return (await checkQueries(root, new Map())).map(({line, message}) => `${line} ${message}`);
}

test("a table that no query reads is named at its line", async () => {
  expect(await problemsOf("const wide = 1;")).toEqual(["5 no query reads the table wide"]);
});

test.each(['db.query("SELECT 1 FROM wide")', 'db.query(`SELECT 1\nFROM x JOIN "wide" USING (y)`)'])(
  "%s reads it",
  async code => {
    expect(await problemsOf(code)).toEqual([]);
  }
);
