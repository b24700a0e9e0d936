import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {epoch} from "../cases/assumption.js";
import type {Context, Samples} from "../ledger/claim.js";

/** The first two batches of 40 000 shuffled epochs, and of as many epochs drawn anew. */
export function shuffled({seed}: Context): Samples {
  const n = 40_000;
  const next = uniforms({seed, experiment: "claims of the notes, A6", cell: "", replicate: 0});
  const columns = Array.from({length: 4}, () => new Float64Array(n));
  for (let k = 0; k < n; k++) {
    const order: number[] = [...epoch.gradients];
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next.next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    const pick = () => epoch.gradients[Math.floor(next.next() * order.length)];
    const [x, y] = [pick(), pick()];
    columns[0][k] = order[0] ** 2;
    columns[1][k] = order[0] * order[1];
    columns[2][k] = x * x;
    columns[3][k] = x * y;
  }
  const [a, b, c, d] = columns.map(sampled);
  return {"one epoch, E ξᵢ² and E ξᵢξⱼ": [a, b], "drawn anew, E ξᵢ² and E ξᵢξⱼ": [c, d]};
}
