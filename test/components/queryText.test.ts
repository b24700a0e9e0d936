import type {DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {beforeAll, describe, expect, it, test} from "vitest";
import {locate, names, quoted} from "../../src/components/queryText.js";
import {startDuckDb} from "../../tools/site/duckDb.js";

let connection: DuckDBConnection;
beforeAll(async () => {
  const engine = await startDuckDb();
  engine.open({});
  connection = engine.connect();
  connection.query('CREATE TABLE t AS SELECT 1 AS a, 2 AS "order", 3 AS "at"');
}, 60_000);

describe("locate", () => {
  const long = `SELECT ${Array.from({length: 30}, (_, i) => `a AS column${i}`).join(", ")}`;
  test.each([
    ["a column", "SELECT a, b FROM t", "b", /^Binder Error: Referenced column "b" not found/],
    ["a line below the first", "SELECT a,\n  a + 1,\n  bb FROM t", "bb", /column "bb"/],
    ["a table", "SELECT a\nFROM nowhere", "nowhere", /^Catalog Error: Table with name nowhere/],
    ["a function", "SELECT foo(a) FROM t", "foo", /^Catalog Error/],
    ["a syntax error", "SELECT a\nFRM t WHERE", "t", /^Parser Error: syntax error/],
    ["a name in quotation marks", 'SELECT a, "no such" FROM t', '"no such"', /no such/],
    ["the end of a long line", `${long}, nothing FROM t`, "nothing", /column "nothing"/],
    ["the middle of a long line", `${long}, nothing, ${long.slice(7)} FROM t`, "nothing", /nothing/]
  ])("finds %s", (_, query, word, message) => {
    let said = "";
    try {
      connection.query(query);
    } catch (error) {
      said = (error as Error).message;
    }
    const error = locate(query, said);
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/LINE|\^/);
    expect(query.slice(error.from, error.to)).toBe(word);
  });

  it("keeps a message that names no place", () =>
    expect(locate("SELECT", "Parser Error: syntax error at end of input")).toMatchObject({
      message: "Parser Error: syntax error at end of input",
      from: undefined
    }));
});

test.each([
  ["SELECT a FROM alignment", "alignment", true],
  ["SELECT a FROM Alignment, b", "alignment", true],
  ["SELECT a FROM alignments", "alignment", false],
  ["SELECT t.alignment FROM t", "alignment", false],
  ["SELECT a FROM x JOIN batch_scaling USING (b)", "scaling", false],
  ['SELECT a FROM "alignment"', "alignment", true]
])("%s names %s: %s", (query, table, named) => expect(names(query, table)).toBe(named));

test.each(["a", "order", "at"])("a query can read the column %s as it is quoted", name =>
  expect(connection.query(`SELECT ${quoted(name)} FROM t`).numRows).toBe(1)
);

test("names with spaces are quoted", () => {
  expect(quoted("body mass")).toBe('"body mass"');
  expect(quoted("standardError")).toBe("standardError");
});

test("every word that the engine reserves is quoted", () => {
  const words = [
    ...connection.query(
      "SELECT keyword_name AS k FROM duckdb_keywords() WHERE keyword_category = 'reserved'"
    )
  ].map(row => String(row?.["k"]));
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter(word => !quoted(word).startsWith('"'))).toEqual([]);
});
