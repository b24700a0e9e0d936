import {describe, expect, it} from "vitest";
import {misplaced, pagesOf, unclaimed} from "../../../tools/claims/pages.js";
import {sound} from "../../claims/plain.js";

describe("claims and pages", () => {
  const pages = (...ids: string[]) => new Map([["/a", new Set(ids)]]);

  it("agree when the page states what the claim says it states", () => {
    expect(misplaced([sound], pages("FG-Lem4.1"))).toEqual([]);
    expect(misplaced([{...sound, page: null}], pages())).toEqual([]);
  });

  it("disagree otherwise, either way", () => {
    expect(misplaced([sound], pages())).toEqual(["FG-Lem4.1: /a does not state it"]);
    expect(unclaimed([], pages("FG-Lem4.1"))).toEqual([
      "FG-Lem4.1: /a states it and no claim checks it"
    ]);
    expect(misplaced([{...sound, page: null}], pages("FG-Lem4.1"))).toEqual([
      "FG-Lem4.1: /a states it and its claim names no page"
    ]);
  });

  it("are read off this project's own pages", () => {
    expect(pagesOf().get("/noise/alignment")).toContain("FG-Lem4.1");
  });
});
