import {expect, it} from "vitest";
import {inventory} from "../../../claims/inventory.js";
import {readUnclaimed, type Unclaimed, unclaimedFaults} from "../../../tools/claims/unclaimed.js";

it("what has no claim says why, with claims that there are", () => {
  const lines = readUnclaimed();
  expect(lines.length).toBeGreaterThan(10);
  expect(unclaimedFaults(lines, inventory)).toEqual([]);
});

it.each<[Partial<Unclaimed>, string[]]>([
  [{}, []],
  [{"why no claim": "they are FG-Rem3.4/sign, and FG-Lem4.1."}, []],
  [{"why no claim": "it is FG-Rem3.4/signs"}, ["a.tsv:2 there is no FG-Rem3.4/signs"]],
  [{"why no claim": "it is FG-Lem99"}, ["a.tsv:2 there is no FG-Lem99"]],
  [{"why no claim": " "}, ["a.tsv:2 why no claim is empty"]],
  [{date: "2026-02-30"}, ["a.tsv:2 date must be one like 2026-03-02; got 2026-02-30"]]
])("a line with %j", (parts, faults) => {
  const line = {
    ...{where: "1.2", "what it says": "a word", "why no claim": "it is FG-Lem4.1"},
    ...{date: "2026-03-02", at: "a.tsv:2"}
  };
  expect(unclaimedFaults([{...line, ...parts}], inventory)).toEqual(faults);
});
