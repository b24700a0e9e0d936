import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {formatBibliography} from "../../../tools/markdown/bibliography.js";
import {pageCitation} from "../../../tools/markdown/pageCitation.js";

describe("the site's bibliography", () => {
  const items = JSON.parse(readFileSync("src/references.json", "utf8"));
  const bibliography = formatBibliography(items);

  it("formats every item", () => {
    expect([...bibliography.keys()].sort()).toEqual(items.map(({id}: {id: string}) => id).sort());
    for (const {html, text} of bibliography.values()) {
      expect(html).not.toMatch(/undefined|NaN|csl-entry/);
      expect(text).not.toMatch(/[<>]/);
    }
  });

  it("cites no two items by the same words", () => {
    const words = [...bibliography.values()].map(({inText}) => inText);
    expect(new Set(words).size).toBe(words.length);
  });
});

it("keys are unique", () => {
  expect(() => formatBibliography([{id: "a"}, {id: "a"}])).toThrow(
    "bibliography keys must be unique; got a twice"
  );
});

it("a site that is not released has no year", () => {
  const {bibtex, text} = pageCitation(
    {path: "/noise/alignment", title: "Alignment"},
    {title: "noisefloor", url: "", authors: [{family: "Doe"}], version: "1.2.3"}
  );
  expect(text).toBe("Doe. (n.d.). Alignment. Noisefloor. /noise/alignment");
  expect(bibtex).not.toContain("year");
});

it("a page exports its citation", () => {
  const {bibtex, text, csl} = pageCitation(
    {path: "/noise/alignment", title: "Alignment"},
    {
      title: "noisefloor",
      url: "https://example.org",
      authors: [{family: "Doe", given: "Jane"}],
      year: 2026,
      version: "1.2.3"
    }
  );
  expect(csl).toMatchObject({type: "webpage", URL: "https://example.org/noise/alignment"});
  expect(text).toBe("Doe, J. (2026). Alignment. Noisefloor. https://example.org/noise/alignment");
  expect(bibtex).toMatch(/^@misc\{noisefloornoisealignment,\n/);
  expect(bibtex).toContain("author = {Doe, Jane}");
});
