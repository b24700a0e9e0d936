import {expect, it} from "vitest";
import {inventoryIds} from "../../claims/inventoryIds.js";
import {statementKind, statementKinds} from "../../claims/ledger/statementKind.js";

it.each([
  ["FG-Thm4.3", "theorem"],
  ["FG-LemA.1", "lemma"],
  ["NT-Prop1.1", "proposition"],
  ["LZU-Cor10", "corollary"],
  ["FG-Def3.12", "definition"],
  ["NT-2.3-A1", "assumption"],
  ["LZU-Rem-Thm1a", "remark"],
  ["NT-Eq57-60", "equation"],
  ["FG-ExpA", "experiment"],
  ["LZU-Fig3a-c", "figure"],
  ["FG-Tab5-LB", "table"],
  ["SM-4", "text"]
])("%s is a %s", (id, kind) => {
  expect(statementKind(id)).toBe(kind);
});

it("names something of every kind", () => {
  expect(new Set([...inventoryIds].map(statementKind))).toEqual(new Set(statementKinds));
});
