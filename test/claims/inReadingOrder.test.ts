import {expect, test} from "vitest";
import type {Document} from "../../claims/ledger/claim.js";
import {inReadingOrder} from "../../claims/ledger/inReadingOrder.js";

const order = (document: Document, ...sections: string[]) =>
  inReadingOrder(sections.map(section => ({document, section}))).map(({section}) => section);

test("sections come as they are numbered, appendices after them", () => {
  expect(order("fisher", "B.2", "10.1", "A.3", "9.4", "1.3", "2", "9", "1")).toEqual([
    "1",
    "1.3",
    "2",
    "9",
    "9.4",
    "10.1",
    "A.3",
    "B.2"
  ]);
});

test("of two sections the first counts", () => {
  expect(order("finite-rate", "E.2.5", "6.4", "6.3, E.2.5", "6.2")).toEqual([
    "6.2",
    "6.3, E.2.5",
    "6.4",
    "E.2.5"
  ]);
});

test("documents stand one after another, and claims of one section keep their order", () => {
  const claims = [
    {document: "notes", section: "1", name: "a"},
    {document: "fisher", section: "2", name: "b"},
    {document: "notes", section: "1", name: "c"},
    {document: "fisher", section: "1", name: "d"}
  ] as const;
  expect(inReadingOrder(claims).map(({name}) => name)).toEqual(["d", "b", "a", "c"]);
});
