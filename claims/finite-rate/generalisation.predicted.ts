import type {Numbers} from "../ledger/claim.js";

export const firstOrder = (): Numbers => ({"δ(η)/δ(½η)": [2]});
export const secondOrder = (): Numbers => ({"δ(η)/δ(½η)": [4]});
