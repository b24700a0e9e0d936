import {expect, test} from "vitest";
import {holdMarks, type Piece} from "../../../tools/markdown/heldMarks.js";

const line = (...parts: readonly string[]) => {
  const pieces: Piece[] = parts.map(html => ({html, isFormula: /^[A-Z]$/.test(html)}));
  return pieces
    .map((piece, i) => holdMarks(piece, pieces[i - 1], pieces[i + 1]))
    .join("")
    .replaceAll('<span class="unbroken">', "⟨")
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
