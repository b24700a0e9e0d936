/** What stands in a verdict's place: the word, and the word with its sign. */
export interface Mark {
  readonly shown: string;
  readonly text: string;
}

/** What open pages are told of the work behind them. */
export interface PreviewState {
  /** What is wrong with code, by file and line. */
  readonly errors: readonly string[];
  /** What is under way, in words. */
  readonly progress: readonly string[];
  /** What the preview cannot stand by: claims by key, and all that are not among them. */
  readonly doubts: {readonly claims: Readonly<Record<string, Mark>>; readonly others: Mark | null};
}

/** What pages ask for again and again. */
export interface Polled extends PreviewState {
  /** How often a file has changed: a page that could not be shown tries again. */
  readonly changes: number;
  /** How often Framework has been started anew: every page is read again. */
  readonly starts: number;
}
