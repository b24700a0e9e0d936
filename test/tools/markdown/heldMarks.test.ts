import {expect, test} from "vitest";
import {holdMarks, type Piece} from "../../../tools/markdown/heldMarks.js";

const line = (...parts: readonly string[]) => {
  const pieces: Piece[] = parts.map(html => ({html, isFormula: /^[A-Z]$/.test(html)}));
  return pieces
    .map((piece, i) => holdMarks(piece, pieces[i - 1], pieces[i + 1]))
    .join("")
    .replace(/<span class="unbroken(?: short)?">/g, "⟨")
    .replaceAll("</span>", "⟩");
};

test.each([
  [["where ", "A", " is"], "where A is"],
  [["where ", "A", ", which"], "where ⟨A,⟩ which"],
  [["a step (", "A", " by ", "B", ")."], "a step ⟨(A⟩ by ⟨B).⟩"],
  [["(", "A", ")"], "⟨(A)⟩"],
  [["A", ")(", "B"], "⟨A)⟩⟨(B⟩"],
  [["A", ", ", "B", "; and"], "⟨A,⟩ ⟨B;⟩ and"],
  [["no formula (here), or there"], "no formula (here), or there"]
])("%j keeps its marks with its formulas", (parts, html) => {
  expect(line(...parts)).toBe(html);
});

test.each([
  ["<math>μ = 0.5</math>", '<span class="unbroken short">'],
  ["μ = 1 − 1/(1 + ηh) for every step", '<span class="unbroken">']
])("a formula that reads %s stays in one piece where it is short", (letters, opening) => {
  const html = `<span class="katex"><span class="katex-html">${letters}</span></span>`;
  const formula: Piece = {html, isFormula: true};
  expect(holdMarks(formula, undefined, {html: ", so", isFormula: false})).toContain(opening);
});
