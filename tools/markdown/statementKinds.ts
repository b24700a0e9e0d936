import type {StatementKind} from "../../claims/statementKind.js";

/** What a statement block says about itself on its first line. */
export interface Statement {
  readonly kind: StatementKind;
  readonly id: string;
  /** True if the id is the page's own and not the inventory's. */
  readonly local: boolean;
  readonly label: string;
  readonly title: string;
  readonly source: string;
}
