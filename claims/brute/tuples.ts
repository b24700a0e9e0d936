/** Every list of so many indices below n, the last fastest; of different ones where `distinct`. */
export function tuples(n: number, length: number, distinct = false): number[][] {
  if (length === 0) return [[]];
  return tuples(n, length - 1, distinct).flatMap(head =>
    Array.from({length: n}, (_, i) => i)
      .filter(i => !distinct || !head.includes(i))
      .map(i => [...head, i])
  );
}
