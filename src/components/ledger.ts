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
 *
 * @param fetched yields the evidence as HTML by the claim's key
 */
export function unfoldEvidence(
  table: HTMLTableElement,
  fetched: () => Promise<Readonly<Record<string, string>>>
): void {
  let evidence: Promise<Readonly<Record<string, string>>> | undefined;
  const fill = async (details: HTMLDetailsElement) => {
    if (!details.open || details.dataset["filled"]) return;
    details.dataset["filled"] = "true";
    const holder = document.createElement("div");
    details.append(holder);
    try {
      evidence ??= fetched();
      const key = details.closest("tr")?.dataset["claim"] ?? "";
      holder.innerHTML = (await evidence)[key] ?? "";
    } catch {
      evidence = undefined;
      delete details.dataset["filled"];
      holder.remove();
    }
  };
  const opened = ({target}: Event) => {
    if (target instanceof HTMLDetailsElement) void fill(target);
  };
  table.addEventListener("toggle", opened, {capture: true});
}
