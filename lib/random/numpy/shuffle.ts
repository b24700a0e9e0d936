/** Fisher and Yates from the end, down to index `first`; `draw(i)` is an integer in [0, i]. */
export function shuffle<T>(items: T[], first: number, draw: (most: number) => number): T[] {
  for (let i = items.length - 1; i >= first; i--) {
    const j = draw(i);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
