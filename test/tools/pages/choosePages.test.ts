import {join} from "node:path";
import {expect, test} from "vitest";
import {editDistance} from "../../../tools/editDistance.js";
import {choosePages} from "../../../tools/pages/choosePages.js";
import {root} from "../../../tools/root.js";
import {fixtureSite} from "../markdown/site.js";

const files = {
  "index.md": "# Home\n",
  "noise/alignment.md": "# A\n",
  "noise/index.md": "# Noise\n",
  "diffusion/angle-sweep.md": "# B\n"
};

test.each([
  ["/noise/alignment", "noise/alignment.md"],
  ["noise/alignment", "noise/alignment.md"],
  ["/noise/alignment.md", "noise/alignment.md"],
  ["/noise/", "noise/index.md"],
  ["/noise", "noise/index.md"],
  ["/", "index.md"]
])("%s", (name, file) => {
  expect(choosePages(fixtureSite(files), [name])).toEqual([file]);
});

test("several pages, each once", () => {
  expect(choosePages(fixtureSite(files), ["/diffusion/angle-sweep", "/", "/index"])).toEqual([
    "diffusion/angle-sweep.md",
    "index.md"
  ]);
});

test.each([
  ["/noise/alignement", "no page /noise/alignement; near it is /noise/alignment"],
  ["alignment", "no page alignment; near it is /noise/alignment"],
  ["/noise/angle", "no page /noise/angle; near it are /diffusion/angle-sweep, /noise/index"],
  ["/xyzzy", "no page /xyzzy"]
])("refuses %s and names what is spelt alike", (name, message) => {
  expect(() => choosePages(fixtureSite(files), [name])).toThrow(new Error(message));
});

test("the project's own pages are found by their files", () => {
  expect(choosePages(join(root, "src"), ["src/noise/alignment.md"])).toEqual([
    "noise/alignment.md"
  ]);
});

test("the edit distance of words", () => {
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("same", "same")).toBe(0);
});
