import {expect, test} from "vitest";
import {answered, queryOf, withValues} from "../../src/components/answered.js";

test.each([
  [
    "SELECT a FROM t WHERE b = ? AND c = ?",
    [0.5, "it's"],
    "SELECT a FROM t WHERE b = 0.5 AND c = 'it''s'"
  ],
  ["SELECT '?' AS a WHERE b = ?", [null], "SELECT '?' AS a WHERE b = null"],
  ["SELECT 1", [], "SELECT 1"]
])("%s with %j", (sql, values, written) => expect(withValues(sql, values)).toBe(written));

test("rows carry their query, and nothing of it is seen in them", () => {
  const rows = answered([{b: 1}], "\nSELECT b FROM t WHERE a = ?\n", [2]);
  expect(queryOf(rows)).toBe("SELECT b FROM t WHERE a = 2");
  expect(rows).toEqual([{b: 1}]);
  expect(JSON.stringify(rows)).toBe('[{"b":1}]');
  // What a page has selected of them is no longer the query's result.
  expect(queryOf(rows.filter(({b}) => b > 0))).toBeUndefined();
});
