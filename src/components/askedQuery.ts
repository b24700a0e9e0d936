type Row = Readonly<Record<string, unknown>>;

/** A picture that can be drawn with other rows. */
export interface Drawing {
  /** The columns that it reads. */
  columns(): readonly string[];
  /** Draws it with these rows; with the page's own for null. */
  draw(rows: readonly Row[] | null): void;
}

export interface QueryOptions {
  /** The page's own query, with which the editor begins. */
  readonly sql: string;
  /** What it is the query of. */
  readonly label: string;
  /** What the address calls the figure; left out where the page is about one query. */
  readonly figure?: string;
  readonly drawing?: Drawing;
}

/** What an editor is given, and gives back. */
export interface EditorOptions extends QueryOptions {
  /** Draws a reader's result again in the figure that took the place of the one that showed it. */
  again?: () => void;
}

/** The query that the page's address asks of a figure; null where it asks none. */
export function askedQuery(figure?: string): string | null {
  const parameters = new URLSearchParams(location.search);
  return parameters.get("figure") === (figure ?? null) ? parameters.get("sql") : null;
}
