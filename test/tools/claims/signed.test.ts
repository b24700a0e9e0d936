import {describe, expect, it} from "vitest";
import {claimKey, isCheckable, ofCases} from "../../../claims/ledger/claim.js";
import {registry} from "../../../claims/ledger/registry.js";
import {
  readFirstRound,
  readSigned,
  readTable,
  type Signed,
  signatureFaults,
  signedColumns,
  unlikeSigned
} from "../../../tools/claims/signed.js";
import {changeFaults, readVerdictChanges} from "../../../tools/claims/verdictChanges.js";
import {says, sound} from "../../claims/plain.js";

describe("the project's verdicts", () => {
  it("are signed, a line per claim, as far as can be told without running them", () => {
    expect(signatureFaults(readSigned(), registry)).toEqual([]);
  });

  it("rest on drawn cases, or say why none is drawn", () => {
    const silent = registry
      .filter(isCheckable)
      .filter(claim => !ofCases(claim)?.search && !claim.fixed && !claim.tame);
    expect(silent.map(claimKey)).toEqual([]);
  });

  it("changed since the first round with a line in the changelog", () => {
    const signed = new Map(readSigned().map(({claim, verdict}) => [claim, verdict]));
    expect(changeFaults(readFirstRound(), signed, readVerdictChanges())).toEqual([]);
  });
});

describe("a table of signatures", () => {
  const routes = [sound.routes[0], {...sound.routes[0], measure: says(2)}];
  const corrected = {
    ...sound,
    id: "FG-Lem3.2",
    routes,
    printed: {formula: "", weight: "slip", predicted: says(1)}
  } as const;
  const claims = [corrected, sound];
  const line = (parts: Partial<Signed> = {}): Signed => ({
    claim: "FG-Lem4.1",
    verdict: "holds",
    weight: "-",
    compared: "one plus one with a count",
    rule: "1,7",
    date: "2026-03-02",
    at: "signed.tsv:3",
    ...parts
  });
  const first = line({
    claim: "FG-Lem3.2",
    verdict: "holds, corrected",
    weight: "slip",
    at: "signed.tsv:2"
  });

  it("is in order", () => {
    expect(signatureFaults([first, line()], claims)).toEqual([]);
  });

  it.each<[string, Signed[], string]>([
    ["a missing line", [line()], "FG-Lem3.2: it has no line in claims/fisher/signed.tsv"],
    ["a line after another", [first], "has no line in claims/fisher/signed.tsv, after FG-Lem3.2"],
    ["two lines", [first, first, line()], "signed.tsv:2 FG-Lem3.2: it is signed twice"],
    ["a wrong order", [line(), first], "FG-Lem3.2: it is out of the order of the inventory"],
    ["an unknown claim", [first, line(), line({claim: "FG-Lem9"})], "there is no such claim"],
    ["a verdict without its evidence", [first, line({verdict: "conditional"})], "holds or fails"],
    ["another weight", [{...first, weight: "formula"}, line()], "and the claim says slip"],
    ["an unknown verdict", [first, line({verdict: "true"})], 'no verdict is called "true"'],
    ["an unknown weight", [first, line({weight: "heavy"})], "no weight is called heavy"],
    ["a thirteenth rule", [first, line({rule: "1,13"})], "rule must be of 1 to 12"],
    ["no rule", [first, line({rule: "-"})], "rule must be of 1 to 12"],
    ["nothing compared", [first, line({compared: " "})], "what was compared"],
    ["a signature that is missing", [first, line({compared: "-"})], "what was compared"],
    ["a day that is missing", [first, line({date: "-"})], "date must be one like"],
    ["no day", [first, line({date: "2026-02-30"})], "date must be one like"]
  ])("is refused for %s", (_, signed, message) => {
    expect(signatureFaults(signed, claims).join("\n")).toContain(message);
  });

  it("is held against what the ledger finds", () => {
    const found = (verdict: string) => [{key: "FG-Lem4.1", verdict, claim: sound}];
    expect(unlikeSigned([line()], found("holds"))).toEqual([]);
    expect(unlikeSigned([line()], found("fails"))).toEqual([
      'signed.tsv:3 FG-Lem4.1: signed as "holds, -", found "fails, -"'
    ]);
    expect(unlikeSigned([], found("holds"))).toEqual([
      "FG-Lem4.1: signed 0 times, and it must be once"
    ]);
  });

  it("has a head, and as many values in every line", () => {
    const head = signedColumns.join("\t");
    expect(readTable(`${head}\na\tholds\t-\tb\t1\t-\n`, signedColumns, "x.tsv")).toEqual([
      {
        claim: "a",
        verdict: "holds",
        weight: "-",
        compared: "b",
        rule: "1",
        date: "-",
        at: "x.tsv:2"
      }
    ]);
    expect(() => readTable("claim\n", signedColumns, "x.tsv")).toThrow("x.tsv:1 its head must be");
    expect(() => readTable(`${head}\na\tb\n`, signedColumns, "x.tsv")).toThrow(
      "x.tsv:2 must have 6 values between tabs; got 2"
    );
  });
});
