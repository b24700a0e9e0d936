/** Bytes over the wire before any interaction. */
export interface Weight {
  /** Everything but what follows. */
  transferred: number;
  fonts: number;
  /** The query engine and the data that it queries. */
  queries: number;
}

/** The most that a page may transfer before a reader does anything, in bytes. */
const budget: Weight = {transferred: 400_000, fonts: 300_000, queries: 0};

const names: Readonly<Record<keyof Weight, string>> = {
  transferred: "bytes without fonts and queries",
  fonts: "fonts",
  queries: "bytes of the query engine and its data, which wait for a reader who asks,"
};

/** Which account a request goes to. */
export function account(url: string): keyof Weight {
  const {pathname} = new URL(url);
  // The style sheet of the fonts holds some of them.
  if (/\.woff2$|\/type\.[^/]*css$/.test(pathname)) return "fonts";
  return /duckdb-(?:wasm|eh|browser)|apache-arrow|\.arrow$/.test(pathname)
    ? "queries"
    : "transferred";
}

/** What a page transfers above its budget, in words. */
export function excess(weight: Weight): string[] {
  return (["transferred", "fonts", "queries"] as const)
    .filter(kind => weight[kind] > budget[kind])
    .map(kind => `${weight[kind]} ${names[kind]} over the wire; the budget is ${budget[kind]}`);
}
