import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {Document} from "../../claims/document.js";
import {type Items, inventory, inventoryOf} from "../../claims/inventory.js";

/** What the documents of a site say: those that its `claims/documents.ts` lists, else the project's. */
export async function siteInventory(site: string): Promise<Items> {
  const table = resolve(site, "claims/documents.ts");
  if (!existsSync(table)) return inventory;
  const {documents}: {documents: readonly Document[]} = await import(pathToFileURL(table).href);
  return inventoryOf(documents);
}
