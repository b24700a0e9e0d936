import {describe, expect, it} from "vitest";
import {
  type CaseClaim,
  type CheckedClaim,
  type Claim,
  forCases,
  type Sampled
} from "../../claims/ledger/claim.js";
import {EvidenceError, VerdictError} from "../../claims/ledger/errors.js";
import {register} from "../../claims/ledger/register.js";
import {runClaim} from "../../claims/ledger/runClaim.js";
import {says, sound} from "./plain.js";

const context = {seed: 1, scale: 1};
const run = (changes: Partial<CheckedClaim>) => runClaim({...sound, ...changes}, context);
const two = [sound.routes[0], {...sound.routes[0], measure: says(2)}];
const sampled = (...entries: Partial<Sampled>[]) => ({
  criterion: {kind: "sampled"} as const,
  routes: [
    {
      method: "simulation" as const,
      how: "drawing",
      measure: () => ({
        case: entries.map(entry => ({
          value: 2.001,
          standardError: 0.001,
          effectiveSamples: 500,
          ...entry
        }))
      })
    }
  ]
});

describe("a verdict", () => {
  it("is that the claim holds, when it does", async () => {
    const result = await run({});
    expect(result.verdict).toBe("holds");
    expect(result.mutant).toEqual({description: "$1 + 1 = 3$", rejected: true});
    expect(result.scaled).toEqual({factor: 1.05, rejected: true});
  });

  it("is that it is corrected, when the printed form fails and the other does not", async () => {
    const printed = {formula: "$1 + 1 = 1$", weight: "slip", predicted: says(1)} as const;
    const result = await run({printed, routes: two});
    expect(result.verdict).toBe("holds, corrected");
    expect(result.refuted).toMatchObject({predicted: 1, measured: 2});
    expect(result.corrected).toBe(2);
    expect(result.cases).toBe(1);
  });

  it("is that it is conditional, when the counterexample fails", async () => {
    const condition = {text: "unless it does not", predicted: says(5), routes: two};
    expect((await run({condition, routes: two})).verdict).toBe("conditional");
  });

  it("is that it fails, when it does on two routes", async () => {
    expect((await run({predicted: says(2.5), routes: two})).verdict).toBe("fails");
  });

  it("is that there is nothing to check, with the reason", async () => {
    const {id, statement, assumptions} = sound;
    const definition: Claim = {id, statement, assumptions, reason: "a definition"};
    expect((await runClaim(definition, context)).verdict).toBe("not checkable");
  });
});

describe("no verdict is given", () => {
  it.each<[string, Partial<CheckedClaim>, string]>([
    [
      "when the mutant passes",
      {mutant: {description: "1", predicted: says(2)}},
      "its mutant passes"
    ],
    ["to a failure on one route", {predicted: says(2.5)}, "one route alone"],
    [
      "when routes contradict one another",
      {routes: [sound.routes[0], {...sound.routes[0], measure: says(3)}]},
      "contradict one another"
    ],
    [
      "to a correction of what holds",
      {routes: two, printed: {formula: "", weight: "slip", predicted: says(2)}},
      "holds after all"
    ],
    [
      "to a correction when one reading of the print holds",
      {
        routes: two,
        printed: {formula: "", weight: "slip", predicted: says(1), readings: [says(2)]}
      },
      "contradict one another"
    ],
    [
      "to a correction that fails",
      {routes: two, predicted: says(4), printed: {formula: "", weight: "slip", predicted: says(1)}},
      "neither"
    ],
    [
      "when a bound is too slack to see the mutant",
      {...sampled({standardError: 0.1}), criterion: {kind: "atMost", slack: 2}},
      "its mutant passes"
    ]
  ])("%s", async (_, changes, message) => {
    await expect(run(changes)).rejects.toThrow(VerdictError);
    await expect(run(changes)).rejects.toThrow(new RegExp(`^FG-Lem4.1: .*${message}`));
  });
});

describe("evidence is refused", () => {
  it.each<[string, Partial<CheckedClaim>, string]>([
    ["without a standard error", sampled({standardError: 0}), "no standard error"],
    ["of plain numbers for sampled ones", {criterion: {kind: "sampled"}}, "no standard error"],
    ["from too few samples", sampled({effectiveSamples: 399}), "399 effective samples"],
    ["that resolves too little", sampled({standardError: 0.02}), "resolves f = 0.080"],
    ["of another length", {predicted: says(2, 2)}, "2 predicted, 1 measured"],
    ["of other cases", {predicted: () => ({other: [2]})}, "predicted has cases other"],
    ["that is not a number", {predicted: says(Number.NaN)}, "holds NaN"],
    ["of nothing", {predicted: () => ({})}, "nothing is predicted"]
  ])("%s", async (_, changes, message) => {
    await expect(run(changes)).rejects.toThrow(EvidenceError);
    await expect(run(changes)).rejects.toThrow(message);
  });

  it("except where the document fixes the replicates, and then scales by 1 + f", async () => {
    const criterion = {kind: "sampled", resolution: "500 replicates are printed"} as const;
    const result = await run({
      ...sampled({standardError: 0.1, value: 2.01}),
      criterion,
      mutant: {description: "3", predicted: says(3)}
    });
    expect(result.resolution).toBeCloseTo(0.4, 12);
    expect(result.scaled?.factor).toBeCloseTo(1.4, 12);
  });
});

describe("a sampled claim", () => {
  it("passes within four standard errors and not beyond", async () => {
    expect((await run(sampled({value: 2.0039}))).z).toBeCloseTo(3.9, 6);
    await expect(run(sampled({value: 2.0041}))).rejects.toThrow("one route alone");
  });

  it("reports the entry that is furthest off, and the first one for calibration", async () => {
    const result = await run({
      ...sampled({value: 2.001}, {value: 1.997}),
      predicted: says(2, 2),
      mutant: {description: "3", predicted: says(3, 3)}
    });
    expect(result.z).toBeCloseTo(-3, 6);
    expect(result.where).toBe("case, entry 2 of 2");
  });
});

describe("a bound", () => {
  it("holds up to its slack, and is not scaled", async () => {
    const criterion = {kind: "atLeast", slack: 1e-9} as const;
    const result = await run({criterion, predicted: says(2 + 1e-10)});
    expect(result.verdict).toBe("holds");
    expect(result.scaled).toBeNull();
    await expect(run({criterion, predicted: says(2 + 1e-8)})).rejects.toThrow("one route alone");
  });
});

describe("a claim that is a function of a case", () => {
  interface Square {
    readonly name: string;
    readonly x: number;
  }
  const squares: readonly Square[] = [2, 3].map(x => ({name: `x = ${x}`, x}));
  const bySum = ({x}: Square) => x * x;
  const byOdds = ({x}: Square) =>
    Array.from({length: x}, (_, i) => 2 * i + 1).reduce((a, b) => a + b);
  const {predicted, routes, criterion, mutant, printed, condition, ...statement} = sound;
  const claim = (changes: Partial<CaseClaim<Square>>) =>
    forCases<Square>({
      ...statement,
      cases: squares,
      predicted: ({x}) => x ** 2,
      routes: [{method: "enumeration", how: "counting", measure: bySum}],
      criterion: {kind: "equal", c: 1},
      mutant: {description: "doubled", predicted: ({x}) => 2 * x},
      ...changes
    });

  it("names what each case gives", async () => {
    const result = await runClaim(claim({cases: squares.slice(1)}), context);
    expect(result).toMatchObject({verdict: "holds", where: "x = 3", predicted: 9, measured: 9});
  });

  it("holds several predictions against the same routes, and all must stand", async () => {
    const two = [
      {method: "enumeration" as const, how: "counting", measure: bySum},
      {method: "direct recursion" as const, how: "odd numbers", measure: byOdds}
    ];
    const right = claim({
      predicted: [({x}) => x ** 2, ({x}) => Math.exp(2 * Math.log(x))],
      routes: two
    });
    const {held, second} = await runClaim(
      {...right, criterion: {kind: "equal", c: 10}} as Claim,
      context
    );
    expect(held).toHaveLength(4);
    expect(second).toBe(held[1]);
    const library = claim({predicted: [({x}) => x ** 2, ({x}) => x ** 2 + 1]});
    await expect(runClaim(library, context)).rejects.toThrow("contradict one another");
  });

  it("takes matrices, rows and samples", async () => {
    const rows = claim({
      predicted: ({x}) => [
        [x, 0],
        [0, x]
      ],
      routes: [
        {method: "enumeration", how: "", measure: ({x}) => ({to1DArray: () => [x, 0, 0, x]})}
      ],
      mutant: {description: "transposed wrongly", predicted: ({x}) => [0, x, x, 0]}
    });
    expect((await runClaim(rows, context)).verdict).toBe("holds");
    const drawn = claim({
      routes: [
        {
          method: "simulation",
          how: "",
          measure: ({x}, {seed}) => ({
            value: x ** 2 + 1e-3 * seed,
            standardError: 1e-3,
            effectiveSamples: 500
          })
        }
      ],
      cases: squares.slice(1),
      criterion: {kind: "sampled"}
    });
    expect((await runClaim(drawn, context)).z).toBeCloseTo(1);
  });

  it("may lose a hypothesis in its mutant or its condition by other cases", async () => {
    const others = [{name: "x = 1.5", x: 1.5}];
    const measured = ({x}: Square) => Math.round(x) ** 2;
    const route = {method: "enumeration" as const, how: "counting", measure: measured};
    const other = {
      ...route,
      method: "direct recursion" as const,
      measure: ({x}: Square) => Math.round(x) ** 2
    };
    const dropped = claim({routes: [route], mutant: {description: "no integer", cases: others}});
    expect((await runClaim(dropped, context)).mutant?.rejected).toBe(true);
    const condition = {text: "x is an integer", cases: others};
    const conditional = claim({routes: [route, other], condition});
    expect(await runClaim(conditional, context)).toMatchObject({
      verdict: "conditional",
      refuted: {where: "x = 1.5", predicted: 2.25, measured: 4}
    });
    expect(() => register([claim({mutant: {description: "the same", cases: squares}})])).toThrow(
      "its mutant is the claim itself"
    );
    expect(() => register([claim({cases: [...squares, squares[0]]})])).toThrow("one name, x = 2");
  });
});
