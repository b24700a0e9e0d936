import {expect, test} from "vitest";
import {withValues} from "../../src/components/pageQueries.js";

test.each([
  [
    "SELECT a FROM t WHERE b = ? AND c = ?",
    [0.5, "it's"],
    "SELECT a FROM t WHERE b = 0.5 AND c = 'it''s'"
  ],
  ["SELECT '?' AS a WHERE b = ?", [null], "SELECT '?' AS a WHERE b = null"],
  ["SELECT 1", [], "SELECT 1"]
])("%s with %j", (sql, values, written) => expect(withValues(sql, values)).toBe(written));
