import type {Claim} from "./claim.js";
import {inReadingOrder} from "./inReadingOrder.js";
import {register} from "./register.js";
import {sections} from "./sections.js";

/** Every claim there is, checked at load; in the order of the documents. */
export const registry: readonly Claim[] = inReadingOrder(register(Object.values(sections).flat()));
