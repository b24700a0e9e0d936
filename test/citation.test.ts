import {readFileSync} from "node:fs";
import {join} from "node:path";
import matter from "gray-matter";
import {expect, test} from "vitest";
import {documents} from "../claims/documents.js";
import {root} from "../tools/root.js";

const read = (file: string) => readFileSync(join(root, file), "utf8");

interface Work {
  readonly title: string;
  readonly authors: readonly {"family-names"?: string; name?: string}[];
  readonly year?: number;
  readonly url?: string;
}

const citation = matter(`---\n${read("CITATION.cff")}\n---\n`).data as {
  version: unknown;
  "date-released"?: unknown;
  references: readonly Work[];
};
const packageJson = JSON.parse(read("package.json")) as {version: string; description: string};
/** The newest heading of the changelog. */
const [, version, released] = /^## (\S+) \((.*)\)$/m.exec(read("CHANGELOG.md"))!;

test("citation, package and changelog agree on the version", () => {
  expect(citation.version).toBe(packageJson.version);
  expect(version).toBe(packageJson.version);
});

test("what is unreleased has no date, and what is released has one", () => {
  const date = citation["date-released"];
  if (released === "unreleased") expect(date).toBeUndefined();
  else expect(new Date(date as string).toISOString().slice(0, 10)).toBe(released);
});

interface Reference {
  readonly id: string;
  readonly title: string;
  readonly author?: readonly {readonly family: string}[];
  readonly issued?: {readonly "date-parts": readonly [readonly [number]]};
}

const references = JSON.parse(read("src/references.json")) as readonly Reference[];

test.each(documents.flatMap(({reference}) => (reference ? [reference] : [])))(
  "the citation names %s as the bibliography does, and package.json by its title",
  key => {
    const {title, author, issued} = references.find(({id}) => id === key)!;
    const cited = citation.references.find(work => work.title === title);
    expect(cited).toBeDefined();
    if (author)
      expect(cited?.authors.map(each => each["family-names"])).toEqual(
        author.map(({family}) => family)
      );
    expect(cited?.year).toBe(issued?.["date-parts"][0][0]);
    expect(packageJson.description).toContain(title.split(":")[0]);
  }
);

test("and names nothing else", () => {
  expect(citation.references).toHaveLength(
    documents.filter(({reference}) => reference !== undefined).length
  );
});
