/**
 * The cell whose code stands on a line of a built page, from 1, by Framework's name for it; none where
 * the line is outside of cells.
 */
export function cellAt(html: string, line: number): string | undefined {
  const before = html.split("\n").slice(0, line).reverse();
  const nearest = before.find(text => /^define\(\{id: "|<script\b/.test(text));
  return /^define\(\{id: "(\w+)"/.exec(nearest ?? "")?.[1];
}
