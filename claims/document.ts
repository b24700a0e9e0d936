import type {StatementKind} from "./statementKind.js";

/**
 * What a document says, a line for each id in the order of the document: what it calls the item, the
 * section where it stands (two between commas), and of what kind it is where the label does not tell.
 *
 * Parts that are checked apart follow their item as `id/part`. A part stands in its item's section
 * unless its line names another. Its label is written in full, or as what it adds to the item's: a
 * label that is empty or begins with a space or a comma is appended to that.
 */
export type Inventory = Readonly<
  Record<string, readonly [label: string, section?: string, kind?: StatementKind]>
>;

/** A document whose claims are checked. */
export interface Document {
  /** Its folder below `claims/`, and its value in the ledger: `fisher`. */
  readonly id: string;
  /** What its ids begin with, up to the hyphen: `FG`. */
  readonly prefix: string;
  /** Its title, over its errata. */
  readonly title: string;
  /** What the site calls it: `Fisher paper`. */
  readonly name: string;
  /** The same inside a sentence: `the Fisher paper`. */
  readonly inProse: string;
  /** Whose symbols it uses, its own or those of another document: the word before a page's own symbols. */
  readonly notation: string;
  /** Its entry in the bibliography, if it has one. */
  readonly reference?: string;
  /** Set for the statements of this site itself, which are checked like the others and counted apart from them. */
  readonly own?: true;
  readonly inventory: Inventory;
}
