import {integer, positive} from "../check.js";

/**
 * SGD on a valley that is flatter towards x = 0, L = ½h(x)y², h = 1 + ½x², from (1, 0): x after
 * every `batches` updates, the start first. The noise of each batch is ±1 in either direction, drawn from a
 * deck of `batches` cards with as many of one sign as of the other: "epochs" deals all cards, "anew" puts
 * each back.
 *
 * Source: notes, section 2.3, on anti-correlation and flat minima. @see wideningFlow
 *
 * @throws RangeError unless learningRate > 0, batches is even and epochs ≥ 1
 * @example wideningValley({learningRate: 0.05, batches: 200, epochs: 6, order: "epochs", source}).at(-1) // 0.6 ± 0.05
 */
export function wideningValley({
  learningRate,
  batches,
  epochs,
  order,
  source
}: {
  learningRate: number;
  batches: number;
  epochs: number;
  order: "epochs" | "anew";
  /** Uniform on [0, 1). */
  source: {next(): number};
}): Float64Array {
  positive("learningRate", learningRate);
  integer("batches", batches, 2);
  integer("epochs", epochs, 1);
  if (batches % 2 !== 0) throw new RangeError(`batches must be even; got ${batches}`);
  const decks = [0, 1].map(() =>
    Float64Array.from({length: batches}, (_, i) => (2 * i < batches ? 1 : -1))
  );
  const deal = (deck: Float64Array, i: number) => {
    const first = order === "epochs" ? i : 0;
    const j = first + Math.floor(source.next() * (batches - first));
    const card = deck[j];
    if (order === "epochs") {
      deck[j] = deck[i];
      deck[i] = card;
    }
    return card;
  };
  const path = new Float64Array(epochs + 1);
  let [x, y] = [1, 0];
  path[0] = x;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let i = 0; i < batches; i++) {
      const along = (x * y * y) / 2;
      const across = (1 + (x * x) / 2) * y;
      x -= learningRate * (along + deal(decks[0], i));
      y -= learningRate * (across + deal(decks[1], i));
    }
    path[epoch] = x;
  }
  return path;
}
