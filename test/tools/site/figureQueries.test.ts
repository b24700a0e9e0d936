import {expect, test} from "vitest";
import {checkQueries} from "../../../tools/site/checkQueries.js";
import {fixtureSite} from "../markdown/site.js";

/** What is wrong with the query of a figure, which stands on line 6. */
async function problemsOf(sql: string): Promise<string[]> {
  const page = `# Figure\n\n\`\`\`ts\nfigure({\n  title: "one",\n  sql: ${sql},\n  draw\n});\n\`\`\`\n`;
  const root = fixtureSite({"src/index.md": page});
  return (await checkQueries(root, new Map())).map(({line, message}) => `${line} ${message}`);
}

const value = "$" + "{value}";

test.each([
  '"SELECT 1 AS one"',
  `'SELECT 1 AS "at"'`,
  '"SELECT \\"at\\" FROM (SELECT 1 AS \\"at\\")"',
  `\`SELECT 1 AS one WHERE 2 = ${value}\``
])("%s runs", async sql => expect(await problemsOf(sql)).toEqual([]));

test.each([
  ['"SELECT a FROM nowhere"', /^6 Catalog Error: Table with name nowhere does not exist/],
  ['"SELECT 1 AS one WHERE …"', /^6 Binder Error: .*"…" was not found/],
  [`\`SELECT b FROM (SELECT 1 AS a) WHERE a = ${value}\``, /^6 Binder Error: .*"b" not found/]
])("%s is refused, at its line", async (sql, message) =>
  expect(await problemsOf(sql)).toEqual([expect.stringMatching(message)])
);
