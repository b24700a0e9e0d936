import type {Document} from "../claims/ledger/claim.js";

/** What the site calls the documents, in the order of the ledger. */
export const documentNames: Readonly<Record<Document, string>> = {
  fisher: "Fisher paper",
  notes: "Notes",
  "finite-rate": "Finite-rate paper",
  summary: "Fisher summary"
};
