import {rareLabel} from "../cases/oracle.js";
import type {Numbers} from "../ledger/claim.js";

/** The noise is F/b exactly. */
export const alignedAtMost = (): Numbers => ({"λmax(F⁻¹ b Cov ξ)": [1]});

/** With a factor (b + 1)/b. */
export const alignedMore = (): Numbers => ({"λmax(F⁻¹ b Cov ξ)": [1.5]});

/** x²bK/2 for pulls x = λ/b, with K = R², F, or 2F. */
function exponents(proxy: (p: number) => number): Numbers {
  const {probability: p, batchSizes, pulls} = rareLabel;
  return Object.fromEntries(
    batchSizes.map(b => [`b = ${b}`, pulls.map(x => (x * x * b * proxy(p)) / 2)])
  );
}

export const boundedExponents = () => exponents(p => Math.max(p, 1 - p) ** 2);

export const printedExponents = () => exponents(p => p * (1 - p));

export const doubledExponents = () => exponents(p => 2 * p * (1 - p));
