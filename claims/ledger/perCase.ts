import type {Numbers} from "./claim.js";

/** What `f` makes of each case, a number or several, under the case's name. */
export const perCase = <T extends {readonly name: string}>(
  cases: readonly T[],
  f: (each: T) => number | readonly number[]
): Numbers =>
  Object.fromEntries(
    cases.map(each => {
      const value = f(each);
      return [each.name, typeof value === "number" ? [value] : value];
    })
  );
