import type {Named} from "./named.js";
import type {Family} from "./search/family.js";

export type {Named};

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

/**
 * What a formula makes of one case: a number, a matrix, of which the entries count, row by row, or several
 * of these one after another.
 */
export type Value = number | {to1DArray(): number[]} | readonly Value[];

/** `Prediction` of one case. */
export type CasePrediction<Case> = (each: Case, context: Context) => Value | Promise<Value>;

/** `Measurement` of one case. */
export type CaseMeasurement<Case> = (
  each: Case,
  context: Context
) => Value | Sampled | readonly Sampled[] | Promise<Value | Sampled | readonly Sampled[]>;

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

export interface Route<M = Measurement> {
  readonly method: Method;
  /** In one sentence, what is computed. */
  readonly how: string;
  readonly measure: M;
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
export interface Mutant<P = Prediction, M = Measurement> {
  readonly description: string;
  readonly predicted?: P;
  readonly measure?: M;
}

interface Statement {
  /** An id of the inventory. */
  readonly id: string;
  /** Which of the row's statements, where they are checked apart. */
  readonly part?: string;
  /** What it says, as it holds, in TeX between dollars. */
  readonly statement: string;
  readonly assumptions: readonly string[];
  /** What a reader of the verdict should know besides; TeX between dollars. */
  readonly note?: string;
}

/**
 * What a correction corrects: a conclusion, a formula or a constant, or a slip, which a reader mends
 * without a word.
 */
export type Weight = "conclusion" | "formula" | "slip";

/** The evidence of a claim, in terms of predictions P and measurements M. */
interface Evidence<P, M> {
  /** The formula that is expected to hold; or several that must all give the same, the printed one first. */
  readonly predicted: P | readonly P[];
  /**
   * The document's own form, where it differs: quoted, in TeX, and evaluated. Where the text may be
   * garbled, every other reading of it; they must fail as well.
   */
  readonly printed?: {
    readonly formula: string;
    readonly weight: Weight;
    /** The claim at which the error is charged, where this one only inherits it. */
    readonly consequenceOf?: string;
    readonly predicted: P;
    readonly readings?: readonly P[];
    /** Where the printed form would hold by another measure than the claim's. */
    readonly criterion?: Criterion;
  };
  /** One route at least; two where the verdict is not simply `holds`. */
  readonly routes: readonly Route<M>[];
  readonly criterion: Criterion;
  /** Why it speaks of one printed experiment, figure or number, and no further case can be drawn. */
  readonly fixed?: string;
  /** Why its cases are tamer than they could be: see `tameness`. */
  readonly tame?: string;
}

/** A claim that a computation decides, both sides of which name their cases themselves. */
export interface CheckedClaim extends Statement, Evidence<Prediction, Measurement> {
  /** An assumption that the document does not state, and a case without it. */
  readonly condition?: {
    readonly text: string;
    readonly predicted: Prediction;
    readonly routes: readonly Route[];
  };
  readonly mutant: Mutant;
}

/** A claim that a computation decides case by case; `forCases` makes it. */
export interface CaseClaim<Case extends Named>
  extends Statement,
    Evidence<CasePrediction<Case>, CaseMeasurement<Case>> {
  readonly cases: readonly Case[];
  /** Where the claim says "for all": the cases that it speaks of. */
  readonly search?: {
    readonly family: Family<Case>;
    /** Where cases that are drawn may lose more digits than the fixed ones. */
    readonly criterion?: Criterion;
    /** At most so many at a time, where one takes long. */
    readonly cases?: number;
  };
  /** An assumption that the document does not state, and cases without it, or what differs there. */
  readonly condition?: {
    readonly text: string;
    readonly cases?: readonly Case[];
    readonly predicted?: CasePrediction<Case>;
    readonly routes?: readonly Route<CaseMeasurement<Case>>[];
  };
  /** Another formula, or cases in which a hypothesis is dropped. */
  readonly mutant: Mutant<CasePrediction<Case>, CaseMeasurement<Case>> & {
    readonly cases?: readonly Case[];
  };
}

/** A definition or a convention: there is nothing that a computation could refuse. */
export interface UncheckableClaim extends Statement {
  readonly reason: string;
}

/** A claim of which a computation decides, in either form. */
export type CheckableClaim = CheckedClaim | CaseClaim<never>;

export type Claim = CheckableClaim | UncheckableClaim;

export const isCheckable = (claim: Claim): claim is CheckableClaim => !("reason" in claim);

/** A claim as a function of its cases: one type of case for its formulas, its routes and its mutant. */
export const forCases = <Case extends Named>(claim: CaseClaim<Case>): Claim =>
  claim as unknown as CaseClaim<never>;

/** The claim as a function of its cases, if it is one. */
export const ofCases = (claim: Claim): CaseClaim<Named> | null =>
  "cases" in claim ? (claim as unknown as CaseClaim<Named>) : null;

/** The name of a claim in the ledger: its id, with its part after a slash. */
export const claimKey = ({id, part}: Pick<Claim, "id" | "part">): string =>
  part === undefined ? id : `${id}/${part}`;
