import type {Numbers} from "./claim.js";

/**
 * What `f` makes of each case, a number or several, under the case's name.
 *
 * @throws RangeError if two cases have one name
 */
export function perCase<T extends {readonly name: string}>(
  cases: readonly T[],
  f: (each: T) => number | readonly number[]
): Numbers {
  const all: Record<string, readonly number[]> = {};
  for (const each of cases) {
    if (each.name in all)
      throw new RangeError(`cases must have names of their own; got ${each.name} twice`);
    const value = f(each);
    all[each.name] = typeof value === "number" ? [value] : value;
  }
  return all;
}
