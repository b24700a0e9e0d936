import {describe, expect, it} from "vitest";
import {pagesOf, statedOn, unclaimed} from "../../../tools/claims/pages.js";
import {sound} from "../../claims/plain.js";

describe("claims and pages", () => {
  const pages = new Map([["/a", new Set(["FG-Lem4.1"])]]);

  it("agree where what a page states is claimed", () => {
    expect(unclaimed([sound], pages)).toEqual([]);
    expect(unclaimed([], pages)).toEqual(["FG-Lem4.1: /a states it and no claim checks it"]);
  });

  it("are read off this project's own pages", () => {
    expect(statedOn(pages).get("FG-Lem4.1")).toBe("/a");
    expect(statedOn(pagesOf()).get("FG-Lem4.1")).toBe("/noise/alignment");
  });
});
