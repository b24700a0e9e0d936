import {expect, test} from "vitest";
import {renderAlone} from "./site.js";

const rows = "| a | b |\n|---|---|\n| 1 | 2 |\n";

test("a paragraph “Table: …” right above a table is its caption", () => {
  const {body, messages} = renderAlone(
    `# One\n\nText.\n\nTable: What $x$ is, and *where*.\n\n${rows}`
  );
  expect(messages).toEqual([]);
  expect(body).toMatch(
    /<p>Text\.<\/p>\n<table>\s*<caption>What <span class="katex">.*<\/span> is, and <em>where<\/em>\.<\/caption>\s*<thead>/s
  );
});

test("a table right below a heading is named by it", () => {
  expect(renderAlone(`# One\n\n## Which\n\n${rows}`).messages).toEqual([]);
});

test("another table is reported with its line", () => {
  const message = '5 a table wants a caption: a paragraph "Table: …" right above it';
  expect(renderAlone(`# One\n\nText.\n\n${rows}`).messages).toEqual([message]);
});
