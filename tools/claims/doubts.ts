import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {isPreview} from "../preview/isPreview.js";
import {writeWhole} from "../sweeps/writeWhole.js";

/** What a preview shows in a verdict's place while it cannot stand by it. */
export type Standing = "being checked" | "not confirmed";

export interface Doubt {
  readonly standing: Standing;
  /** Why, in a sentence or in the ledger's words. */
  readonly why: string;
}

/** What a preview cannot stand by: claims by key, and all that are not among them. */
export interface Doubts {
  readonly claims: Readonly<Record<string, Doubt>>;
  readonly others: Doubt | null;
}

export const noDoubts: Doubts = {claims: {}, others: null};

/** Where the preview of a site leaves its doubts for the pages. */
export const doubtsPath = (site: string): string => join(site, ".cache/doubts.json");

/** The doubts of the preview that renders the pages of a site; a build has none. */
export function previewDoubts(site: string): Doubts {
  return isPreview() ? readDoubts(site) : noDoubts;
}

/** The doubts that a preview of a site has left. */
export function readDoubts(site: string): Doubts {
  const path = doubtsPath(site);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : noDoubts;
}

/** Writes doubts to a file; returns whether they are others than they were, and only then writes them. */
export function writeDoubts(path: string, doubts: Doubts): boolean {
  const text = JSON.stringify(doubts);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  writeWhole(path, text);
  return true;
}

/** The doubt about a claim, if there is one. */
export const doubtOf = ({claims, others}: Doubts, key: string): Doubt | undefined =>
  claims[key] ?? others ?? undefined;

/** The gravest doubt about an id of the inventory of which no evidence is known. */
export function doubtOfId(doubts: Doubts, id: string): Doubt | undefined {
  const own = Object.entries(doubts.claims)
    .filter(([key]) => key === id || key.startsWith(`${id}/`))
    .map(([, doubt]) => doubt);
  return (
    own.find(({standing}) => standing === "not confirmed") ?? own[0] ?? doubts.others ?? undefined
  );
}
