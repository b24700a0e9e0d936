import {element} from "./element.js";

/**
 * Shows those rows of the ledger's table that have the given keys, in their order, and hides the others. The
 * table itself is part of the page, made by the build.
 *
 * @throws RangeError if a key has no row
 */
export function arrange(table: HTMLTableElement, keys: readonly string[]): void {
  const [body] = table.tBodies;
  const rows = new Map([...body.rows].map(row => [row.dataset["claim"], row]));
  const found = keys.map(key => {
    const row = rows.get(key);
    if (!row) throw new RangeError(`key must be that of a claim on the page; got ${key}`);
    return row;
  });
  const shown = new Set(found);
  for (const row of rows.values()) if (row.hidden === shown.has(row)) row.hidden = !row.hidden;
  // To move a row is to lay it out anew; most queries leave the order as it is.
  const place = new Map([...rows.values()].map((row, k) => [row, k]));
  const places = found.map(row => place.get(row) ?? 0);
  if (places.some((at, k) => k > 0 && at < places[k - 1])) body.append(...found);
}

/**
 * Opens the evidence of the claim that the URL's fragment names, or of all parts of an id of the inventory,
 * and goes there. A row that is hidden is shown.
 */
export function openNamed(table: HTMLTableElement, fragment: string): void {
  const name = decodeURIComponent(fragment.slice(1));
  if (name === "") return;
  const named = [...table.tBodies[0].rows].filter(
    ({id, dataset}) => id === name || dataset["claim"]?.split("/")[0] === name
  );
  for (const row of named) {
    row.hidden = false;
    for (const details of row.querySelectorAll("details")) details.open = true;
  }
  named[0]?.scrollIntoView();
}

/**
 * Puts the evidence of each claim into its row when the row is first opened; all of it is fetched then, once.
 * Where it cannot be fetched the row says so, and tries again when it is opened again.
 *
 * @param fetched yields the evidence as HTML by the claim's key
 */
export function unfoldEvidence(
  table: HTMLTableElement,
  fetched: () => Promise<Readonly<Record<string, string>>>
): void {
  let evidence: Promise<Readonly<Record<string, string>>> | undefined;
  const holders = new Map<HTMLDetailsElement, HTMLElement>();
  const fill = async (details: HTMLDetailsElement) => {
    if (!details.open || holders.has(details)) return;
    const holder = element("div");
    holders.set(details, holder);
    details.append(holder);
    try {
      evidence ??= fetched();
      holder.innerHTML = (await evidence)[details.closest("tr")?.dataset["claim"] ?? ""] ?? "";
    } catch {
      evidence = undefined;
      holder.textContent = "The evidence cannot be fetched: close and open it to try again.";
      details.addEventListener("toggle", () => forget(details), {once: true});
    }
  };
  const forget = (details: HTMLDetailsElement) => {
    holders.get(details)?.remove();
    holders.delete(details);
  };
  // The event does not bubble.
  table.addEventListener(
    "toggle",
    ({target}) => {
      if (target instanceof HTMLDetailsElement) void fill(target);
    },
    {capture: true}
  );
}
