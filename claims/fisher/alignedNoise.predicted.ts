import type {rareLabel} from "../cases/oracle.js";

/** λmax(F⁻¹ b Cov ξ): the noise is F/b exactly. */
export const alignedAtMost = () => 1;

/** x²bK/2 for pulls x = λ/b, with K = R², F, or 2F. */
const exponents =
  (proxy: (p: number) => number) =>
  ({b, probability, pulls}: (typeof rareLabel)[number]) =>
    pulls.map(x => (x * x * b * proxy(probability)) / 2);

export const boundedExponents = exponents(p => Math.max(p, 1 - p) ** 2);

export const printedExponents = exponents(p => p * (1 - p));

export const doubledExponents = exponents(p => 2 * p * (1 - p));
