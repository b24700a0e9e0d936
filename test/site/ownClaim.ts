/** The source of a section with one claim, whose two sides stand in `<name>.predicted.ts` and `<name>.measured.ts`. */
export const ownClaim = (name: string, id: string): string => `
import {measured} from "./${name}.measured.js";
import {predicted} from "./${name}.predicted.js";
export const claims = [{
  id: "${id}",
  statement: "$2+2=4$",
  assumptions: [],
  predicted,
  routes: [{method: "enumeration", how: "by counting", measure: measured}],
  criterion: {kind: "equal", c: 10},
  mutant: {description: "one more", predicted: () => ({sum: [5]})}
}];`;
