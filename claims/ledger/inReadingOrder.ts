import type {Claim, Document} from "./claim.js";

const documents: readonly Document[] = ["fisher", "notes", "finite-rate", "summary"];

/**
 * The claims as somebody meets them who reads the documents: by document, then by section, numbers
 * as numbers and appendices last. Claims of one section keep their order.
 */
export function inReadingOrder<C extends Pick<Claim, "document" | "section">>(
  claims: readonly C[]
): readonly C[] {
  return [...claims].sort(
    (a, b) =>
      documents.indexOf(a.document) - documents.indexOf(b.document) ||
      compareSections(a.section, b.section)
  );
}

/** Compares section numbers as `5.2`, `10.1`, `A.3`, `E.2.5`; of `6.3, E.2.5` the first counts. */
function compareSections(a: string, b: string): number {
  const [left, right] = [a, b].map(section => section.split(",")[0].split("."));
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareParts(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: string, b: string): number {
  const [numbers, other] = [a, b].map(part => part === "" || /^\d+$/.test(part));
  if (numbers !== other) return numbers ? -1 : 1;
  return numbers ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
}
