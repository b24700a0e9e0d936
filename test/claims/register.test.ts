import {describe, expect, it} from "vitest";
import type {Claim} from "../../claims/ledger/claim.js";
import {RegistryError} from "../../claims/ledger/errors.js";
import {register} from "../../claims/ledger/register.js";
import {says, sound} from "./plain.js";

const pages = new Set(["/a"]);
const other = {...sound.routes[0], measure: says(2)};
const spoilt = (changes: object): Claim => ({...sound, ...changes}) as Claim;

describe("the registry", () => {
  it("takes claims with nothing wrong", () => {
    const part = (name: string) =>
      spoilt({id: "FG-Rem4.2", part: name, label: `Remark 4.2, ${name}`});
    const parts = [part("a"), part("b")];
    const claims = [sound, ...parts];
    expect(register(claims, {pages})).toBe(claims);
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
    ["a label twice", [sound, spoilt({id: "FG-Rem4.2"})], "its label is that of FG-Lem4.1"],
    ["an id that is not in the inventory", [spoilt({id: "FG-Lem9.9"})], "not in the inventory"],
    [
      "a whole beside its parts",
      [sound, spoilt({part: "a", label: "?"})],
      "as a whole and in parts"
    ],
    ["an odd part", [spoilt({part: "A 1"})], "part must be lower-case words"],
    ["an unknown page", [spoilt({page: "/b"})], "there is no page /b"],
    [
      "a correction on one route",
      [spoilt({printed: {formula: "$1+1=1$", predicted: says(1)}})],
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
    expect(() => register(claims, {pages})).toThrow(RegistryError);
    expect(() => register(claims, {pages})).toThrow(new RegExp(`^FG-.*: .*${message}`));
  });
});
