import {documents} from "./documents.js";

/** Whether what is said of a document, named by its id, is said of this site itself. */
export const isOwn = (id: string): boolean =>
  documents.some(document => document.own && document.id === id);
