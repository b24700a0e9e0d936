import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Document, Inventory} from "../../claims/document.js";
import {documents} from "../../claims/documents.js";
import {inventory, inventoryOf, keysToClaim, placeOf} from "../../claims/inventory.js";
import {register} from "../../claims/ledger/register.js";
import {root} from "../../tools/root.js";
import {sound} from "./plain.js";

const letter = (inventory: Inventory, changes: Partial<Document> = {}): Document => ({
  id: "letter",
  prefix: "LT",
  title: "A letter",
  name: "Letter",
  inProse: "the letter",
  notation: "Letter",
  inventory,
  ...changes
});

describe("the inventory", () => {
  const items = inventoryOf([
    letter({
      "LT-Eq2": ["Equation (2)", "1"],
      "LT-Eq2/left": [", its left side"],
      "LT-Eq2/right": ["", "A"],
      "LT-Eq2/proof": ["Proof of (2)", "A, 1"],
      "LT-Eq1": ["Equation (1)", "2", "definition"]
    })
  ]);

  it("keeps the order of the document", () => {
    expect([...items.keys()].map(key => key.slice(3))).toEqual([
      ...["Eq2", "Eq2/left", "Eq2/right", "Eq2/proof"],
      "Eq1"
    ]);
    expect(keysToClaim(items)).toEqual([...items.keys()].slice(1));
  });

  it("gives a part what its own line does not say", () => {
    const said = [...items.values()].map(({label, section, kind}) => [label, section, kind]);
    expect(said).toEqual([
      ["Equation (2)", "1", "equation"],
      ["Equation (2), its left side", "1", "equation"],
      ["Equation (2)", "A", "equation"],
      ["Proof of (2)", "A, 1", "equation"],
      ["Equation (1)", "2", "definition"]
    ]);
  });

  it.each<[string, Document[], string]>([
    ["an id of another document", [letter({"FG-Eq1": ["?", "1"]})], "must begin with LT-"],
    ["a part before its item", [letter({"LT-1/a": ["?", "1"]})], "must follow the line of LT-1"],
    ["no section", [letter({"LT-1": ["?"]})], "in which section"],
    ["two documents of one id", [letter({}), letter({}, {prefix: "L"})], "letter twice"],
    ["two documents of one prefix", [letter({}), letter({}, {id: "other"})], "LT twice"]
  ])("refuses %s", (_, wrong, message) => {
    expect(() => inventoryOf(wrong)).toThrow(message);
  });

  it("has a folder of claims for each document", () => {
    for (const {id} of documents) expect(existsSync(join(root, "claims", id))).toBe(true);
    expect(inventory.get("LZU-Lem1/recurrence")?.label).toBe("Lemma 1, (40)");
  });

  it("lets no two claims of a document have one label", () => {
    const twins = inventoryOf([letter({"LT-1": ["One", "1"], "LT-2": ["One", "1"]})]);
    const claims = ["LT-1", "LT-2"].map(id => ({...sound, id}));
    expect(() => register(claims, twins)).toThrow("LT-2: its label is that of LT-1: One");
  });
});

it("a place is read as a section, or as the word that it is", () => {
  expect(["4.1", "E.2.4", "C", "6.2, E.2.3", "Future work"].map(placeOf)).toEqual([
    ...["§4.1", "§E.2.4", "§C", "§6.2 and §E.2.3"],
    "future work"
  ]);
});
