/** Bytes over the wire before any interaction. */
export interface Weight {
  /** Everything but what follows. */
  transferred: number;
  fonts: number;
  /** The query engine and the data that it queries. */
  queries: number;
}

/** The most that a page may transfer, in bytes: without fonts and queries, and its fonts. */
const budget = {transferred: 400_000, fonts: 300_000};

/** Which account a request goes to. */
export function account(url: string): keyof Weight {
  const {pathname} = new URL(url);
  if (pathname.endsWith(".woff2")) return "fonts";
  return /duckdb|\.arrow$/.test(pathname) ? "queries" : "transferred";
}

/** What a page transfers above its budget, in words. */
export function excess(weight: Weight): string[] {
  return (["transferred", "fonts"] as const)
    .filter(kind => weight[kind] > budget[kind])
    .map(kind => {
      const name = kind === "fonts" ? "fonts" : "bytes without fonts and queries";
      return `${weight[kind]} ${name} over the wire; the budget is ${budget[kind]}`;
    });
}
