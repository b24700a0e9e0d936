/** What a check may depend on: the seed of its random streams, and a fraction of its sample sizes. */
export interface Context {
  readonly seed: number;
  readonly scale: number;
}

/** Vectors of numbers by the name of the case that they belong to; both sides have the same cases. */
export type Numbers = Readonly<Record<string, readonly number[]>>;

/** A sampled number with what it is worth. */
export interface Sampled {
  readonly value: number;
  readonly standardError: number;
  readonly effectiveSamples: number;
  /** Set for a mean of squares or the like: its logarithm is nearer to normal than itself. */
  readonly positive?: boolean;
}

export type Samples = Readonly<Record<string, readonly Sampled[]>>;

/** Evaluates a formula of a document; an export of the section's `*.predicted.ts`. */
export type Prediction = (context: Context) => Numbers | Promise<Numbers>;

/** Finds the same numbers without it; an export of the section's `*.measured.ts` or `*.second.ts`. */
export type Measurement = (context: Context) => Numbers | Samples | Promise<Numbers | Samples>;

/** How a number can be found that owes nothing to the formula. */
export type Method =
  | "enumeration"
  | "augmented recursion"
  | "direct recursion"
  | "quadrature"
  | "bisection"
  | "minimisation"
  | "simulation"
  | "identity";

export interface Route {
  readonly method: Method;
  /** In one sentence, what is computed. */
  readonly how: string;
  readonly measure: Measurement;
  /** Where this route agrees by another measure than the claim's. */
  readonly criterion?: Criterion;
}

/**
 * When measured and predicted agree.
 *
 * `equal`: ‖m − p‖ ≤ c·n·ε·‖m‖ in every case, n its entries, ‖·‖ Euclidean.
 * `close`: ‖m − p‖ ≤ relative·‖m‖, where the measurement itself converges no further, for a reason.
 * `sampled`: |m − p| ≤ 4 standard errors for every entry, each worth 400 samples at least, and
 * f = 8·(standard error)/|p| ≤ 0.05, or a reason why not.
 * `atLeast`, `atMost`: m ≥ p, m ≤ p entry by entry, up to `slack`.
 */
export type Criterion =
  | {readonly kind: "equal"; readonly c: number}
  | {readonly kind: "close"; readonly relative: number; readonly because: string}
  | {readonly kind: "sampled"; readonly resolution?: string}
  | {readonly kind: "atLeast" | "atMost"; readonly slack: number};

/** The nearest plausible error: another formula, or the same formula where a hypothesis is dropped. */
export interface Mutant {
  readonly description: string;
  readonly predicted?: Prediction;
  readonly measure?: Measurement;
}

export type Document = "fisher" | "notes" | "finite-rate" | "summary";

interface Statement {
  /** An id of the inventory. */
  readonly id: string;
  /** Which of the row's statements, where they are checked apart. */
  readonly part?: string;
  /** What the document calls it. */
  readonly label: string;
  readonly document: Document;
  /** The document's section. */
  readonly section: string;
  /** What it says, as it holds, in TeX between dollars. */
  readonly statement: string;
  readonly assumptions: readonly string[];
  /** The page that states it; null while none does. */
  readonly page: string | null;
  /** What a reader of the verdict should know besides; TeX between dollars. */
  readonly note?: string;
}

/** A claim that a computation decides. */
export interface CheckedClaim extends Statement {
  /** The formula that is expected to hold. */
  readonly predicted: Prediction;
  /**
   * The document's own form, where it differs: quoted, in TeX, and evaluated. Where the text may be
   * garbled, every other reading of it; they must fail as well.
   */
  readonly printed?: {
    readonly formula: string;
    readonly predicted: Prediction;
    readonly readings?: readonly Prediction[];
    /** Where the printed form would hold by another measure than the claim's. */
    readonly criterion?: Criterion;
  };
  /** An assumption that the document does not state, and a case without it. */
  readonly condition?: {
    readonly text: string;
    readonly predicted: Prediction;
    readonly routes: readonly Route[];
  };
  /** One route at least; two where the verdict is not simply `holds`. */
  readonly routes: readonly Route[];
  readonly criterion: Criterion;
  readonly mutant: Mutant;
}

/** A definition or a convention: there is nothing that a computation could refuse. */
export interface UncheckableClaim extends Statement {
  readonly reason: string;
}

export type Claim = CheckedClaim | UncheckableClaim;

export const isCheckable = (claim: Claim): claim is CheckedClaim => !("reason" in claim);

/** The name of a claim in the ledger: its id, with its part after a slash. */
export const claimKey = ({id, part}: Pick<Claim, "id" | "part">): string =>
  part === undefined ? id : `${id}/${part}`;
