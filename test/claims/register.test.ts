import {describe, expect, it} from "vitest";
import type {Claim} from "../../claims/ledger/claim.js";
import {RegistryError} from "../../claims/ledger/errors.js";
import {register} from "../../claims/ledger/register.js";
import {says, sound} from "./plain.js";

const other = {...sound.routes[0], measure: says(2)};
const spoilt = (changes: object): Claim => ({...sound, ...changes}) as Claim;

describe("the registry", () => {
  it("takes claims with nothing wrong", () => {
    const part = (name: string) => spoilt({id: "FG-LemA.4", part: name});
    const [first, second] = [part("i"), part("ii")];
    expect(register([second, sound, first])).toEqual([sound, first, second]);
  });

  it.each<[string, Claim[], string]>([
    ["no mutant", [spoilt({mutant: undefined})], "no mutant"],
    ["a mutant without a word", [spoilt({mutant: {description: ""}})], "no mutant"],
    ["a mutant without a change", [spoilt({mutant: {description: "?"}})], "changes nothing"],
    [
      "a mutant that is the claim",
      [spoilt({mutant: {description: "?", predicted: sound.predicted}})],
      "the claim itself"
    ],
    ["no measurement", [spoilt({routes: []})], "no measurement"],
    ["one route twice", [spoilt({routes: [sound.routes[0], sound.routes[0]]})], "are one"],
    ["an id twice", [sound, sound], "claimed twice"],
    ["an id that is not in the inventory", [spoilt({id: "FG-Lem9.9"})], "not in the inventory"],
    [
      "a whole beside its parts",
      [spoilt({id: "FG-LemA.4"}), spoilt({id: "FG-LemA.4", part: "i"})],
      "as a whole and in parts"
    ],
    [
      "a part that is not in the inventory",
      [spoilt({part: "a"})],
      'its part is not in the inventory; claims/fisher/inventory.ts wants a line "FG-'
    ],
    ["an odd part", [spoilt({part: "A 1"})], "part must be lower-case words"],
    [
      "a correction on one route",
      [spoilt({printed: {formula: "$1+1=1$", weight: "slip", predicted: says(1)}})],
      "two independent routes"
    ],
    [
      "a counterexample on one route",
      [
        spoilt({
          routes: [sound.routes[0], other],
          condition: {text: "?", predicted: says(1), routes: [other]}
        })
      ],
      "two independent routes"
    ],
    ...(
      [
        ["FG-Lem9.9", "is no claim"],
        ["FG-Lem4.1", "is itself"],
        ["FG-Def3.1", "is not checkable"],
        ["FG-Lem3.2", "is a consequence itself"]
      ] as const
    ).map(([consequenceOf, why]): [string, Claim[], string] => {
      const routes = [sound.routes[0], other];
      const printed = {formula: "", weight: "slip", predicted: says(1), consequenceOf};
      const charged = {...printed, consequenceOf: "FG-Lem4.1"};
      return [
        `a consequence of what ${why}`,
        [
          spoilt({routes, printed}),
          spoilt({id: "FG-Lem3.2", routes, printed: charged}),
          {id: "FG-Def3.1", statement: "", assumptions: [], reason: "a definition"}
        ],
        why
      ];
    }),
    [
      "cases that are drawn and fixed",
      [spoilt({cases: [{name: "1"}], search: {}, fixed: "one figure"})],
      "its cases are drawn"
    ],
    ["no reason for being fixed", [spoilt({fixed: " "})], "it is fixed for no reason"],
    ["no prediction", [spoilt({predicted: []})], "predicts nothing"],
    [
      "one prediction twice",
      [spoilt({predicted: [sound.predicted, sound.predicted]})],
      "predictions are one"
    ],
    ...["cases", "mutant", "condition"].map((where): [string, Claim[], string] => {
      const cases = [{name: "n = 1"}, {name: "n = 1"}];
      const inside = {
        cases: {cases},
        mutant: {mutant: {description: "?", cases}},
        condition: {condition: {text: "?", cases}}
      }[where];
      return [`one name twice among the cases of ${where}`, [spoilt({...inside})], "have one name"];
    }),
    [
      "a route that lets anything pass",
      [spoilt({routes: [{...sound.routes[0], criterion: {kind: "equal", c: 1e9}}]})],
      "c must lie"
    ],
    [
      "a search that lets anything pass",
      [
        spoilt({
          cases: [{name: "1"}],
          search: {criterion: {kind: "close", relative: 1, because: "?"}}
        })
      ],
      "says why"
    ],
    ["no criterion", [spoilt({criterion: undefined})], "when predicted and measured agree"],
    ["a c that lets anything pass", [spoilt({criterion: {kind: "equal", c: 1e9}})], "c must lie"],
    [
      "a loose tolerance without a reason",
      [spoilt({criterion: {kind: "close", relative: 1e-6, because: ""}})],
      "says why"
    ],
    [
      "no reason for not being checkable",
      [spoilt({mutant: undefined, routes: undefined, reason: ""})],
      "no reason"
    ]
  ])("refuses %s, with the id", (_, claims, message) => {
    expect(() => register(claims)).toThrow(RegistryError);
    expect(() => register(claims)).toThrow(new RegExp(`^FG-.*: .*${message}`));
  });
});
