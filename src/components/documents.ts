import {documents} from "../claims/documents.js";

/** What the site calls the documents, in the order of the ledger. */
export const documentNames: Readonly<Record<string, string>> = Object.fromEntries(
  documents.map(({id, name}) => [id, name])
);
