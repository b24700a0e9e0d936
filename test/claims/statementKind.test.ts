import {expect, it} from "vitest";
import {inventory} from "../../claims/inventory.js";
import {statementKind, statementKinds} from "../../claims/statementKind.js";

it.each([
  ["Theorem 4.3", "theorem"],
  ["Equations (57)–(60)", "equation"],
  ["Experiment A", "experiment"],
  ["Figure 3(a)–(c)", "figure"],
  ["Table 5, lower bound", "table"],
  ["Remark on Theorem 1, first", "remark"],
  ["Tabled", "text"],
  ["Oracle complexity", "text"]
])("%s is a %s", (label, kind) => {
  expect(statementKind(label)).toBe(kind);
});

it("is something of every kind", () => {
  const kinds = new Set([...inventory.values()].map(({kind}) => kind));
  expect(kinds).toEqual(new Set(statementKinds));
});
