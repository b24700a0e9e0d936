import type {Claim} from "./claim.js";
import {register} from "./register.js";
import {sections} from "./sections.js";

/** Every claim there is, checked at load; in the order of the documents. */
export const registry: readonly Claim[] = register(Object.values(sections).flat());
