import {describe, expect, it} from "vitest";
import {changeFaults, verdictChanges} from "../../../tools/claims/verdictChanges.js";

const changelog = `# Changelog

## 1.0

* 2026-01-01, A: holds → fails. Not under the heading.

### Verdicts

What changed.

* 2026-03-02, FG-A/part: holds → holds, corrected. The rank is
  counted twice; see [it](x).
* 2026-04-01, FG-B: conditional → removed. It is FG-C now.

## 0.9
* 2025-01-01, A: holds → fails. Not under it either.
`;

describe("changes of verdicts", () => {
  it("are the lines under the heading, whole", () => {
    expect(verdictChanges(changelog)).toEqual([
      {
        date: "2026-03-02",
        claim: "FG-A/part",
        from: "holds",
        to: "holds, corrected",
        reason: "The rank is counted twice; see [it](x).",
        at: "CHANGELOG.md:11"
      },
      {
        date: "2026-04-01",
        claim: "FG-B",
        from: "conditional",
        to: "removed",
        reason: "It is FG-C now.",
        at: "CHANGELOG.md:13"
      }
    ]);
  });

  it.each([
    ["another form", "* FG-A: holds → fails. Why.", "must read"],
    ["no reason", "* 2026-03-02, FG-A: holds → fails.", "must read"],
    ["no day", "* 2026-13-02, FG-A: holds → fails. Why.", "date must be"],
    ["no verdict", "* 2026-03-02, FG-A: holds → true. Why.", 'no verdict is called "true"'],
    ["no former verdict", "* 2026-03-02, FG-A: removed → holds. Why.", "no verdict is called"]
  ])("are refused with %s", (_, line, message) => {
    expect(() => verdictChanges(`### Verdicts\n\n${line}\n`)).toThrow(message);
    expect(() => verdictChanges(`### Verdicts\n\n${line}\n`)).toThrow("CHANGELOG.md:3 ");
  });
});

describe("verdicts of two rounds", () => {
  const change = (claim: string, from: string, to: string, date = "2026-03-02") => ({
    ...{date, claim, from, to},
    reason: "Why.",
    at: "CHANGELOG.md:9"
  });
  const first = new Map([
    ["A", "holds"],
    ["B", "conditional"]
  ]);

  it("differ by what the lines say, in the order of their dates", () => {
    const signed = new Map([
      ["A", "fails"],
      ["new", "holds"]
    ]);
    const changes = [
      change("A", "conditional", "fails", "2026-03-05"),
      change("A", "holds", "conditional"),
      change("B", "conditional", "removed")
    ];
    expect(changeFaults(first, signed, changes)).toEqual([]);
  });

  it.each([
    [
      "a change without a line",
      {A: "fails", B: "conditional"},
      [],
      'it was "holds" and is "fails"'
    ],
    ["a claim that is gone", {A: "holds"}, [], 'it was "conditional" and is "removed"'],
    [
      "a line that ends elsewhere",
      {A: "fails", B: "conditional"},
      [change("A", "holds", "conditional")],
      'it was "conditional" and is "fails"'
    ],
    [
      "a line that begins elsewhere",
      {A: "fails", B: "conditional"},
      [change("A", "conditional", "fails")],
      'it was "holds", and the line begins with "conditional"'
    ],
    [
      "a line of no claim",
      {A: "holds", B: "conditional"},
      [change("C", "holds", "removed")],
      "there is and was no such claim"
    ]
  ])("do not with %s", (_, signed, changes, message) => {
    const faults = changeFaults(first, new Map(Object.entries(signed)), changes);
    expect(faults.join("\n")).toContain(message);
  });
});
