import type {Notation} from "./notation.js";

/** The documents by the prefix of their ids. */
const sources: Readonly<Record<string, string>> = {
  FG: "Fisher",
  SM: "Fisher summary",
  NT: "Notes",
  LZU: "Finite rate"
};

/** The document that an id of the inventory belongs to: "FG-Lem4.1" is "Fisher"'s. */
function sourceOf(id: string): string | undefined {
  return sources[id.slice(0, id.indexOf("-"))];
}

/** Whose notation the item of that id is written in; the summary keeps to the Fisher paper's. */
export function documentOf(id: string): Notation | undefined {
  return sourceOf(id)?.replace(" summary", "") as Notation | undefined;
}
