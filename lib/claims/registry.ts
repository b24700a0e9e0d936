import type {Claim} from "./claim.js";
import {register} from "./register.js";
import {sections} from "./sections.js";

/** Every claim there is, checked at load; its order is that of the ledger. */
export const registry: readonly Claim[] = register(Object.values(sections).flat());
