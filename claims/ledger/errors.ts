/** Raised where a claim, as it is written down, cannot be decided. */
export class ClaimError extends Error {
  override name = "ClaimError";

  constructor(
    readonly key: string,
    message: string
  ) {
    super(`${key}: ${message}`);
  }
}

/** Raised at load: the claim is malformed. */
export class RegistryError extends ClaimError {
  override name = "RegistryError";
}

/** Raised when a check runs: what it computed is no evidence. */
export class EvidenceError extends ClaimError {
  override name = "EvidenceError";
}

/** Raised when what was computed allows no verdict, or when the mutant passes. */
export class VerdictError extends ClaimError {
  override name = "VerdictError";
}
