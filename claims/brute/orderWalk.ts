/** A walk on a line of places, each step the sum of b moves that are drawn one by one. */
export interface Walk {
  readonly places: readonly number[];
  /** Chances of the moves of one draw, in units of the lattice, at a place. */
  readonly moves: (x: number) => readonly (readonly [move: number, chance: number])[];
  readonly draws: number;
}

/** The matrix of the walk: one draw after another; what would leave the line ends at its last place. */
export function transitions({places, moves, draws}: Walk): number[][] {
  const n = places.length;
  return places.map((x, from) => {
    let sums = new Map([[0, 1]]);
    for (let draw = 0; draw < draws; draw++) {
      const next = new Map<number, number>();
      for (const [sum, mass] of sums)
        for (const [move, chance] of moves(x))
          next.set(sum + move, (next.get(sum + move) ?? 0) + mass * chance);
      sums = next;
    }
    const row = new Array<number>(n).fill(0);
    for (const [sum, mass] of sums) row[Math.min(n - 1, Math.max(0, from + sum))] += mass;
    return row;
  });
}

/** The law at rest: the last place is left out of the chain, then the last of the others, and so on. */
export function atRest(matrix: readonly (readonly number[])[]): number[] {
  const P = matrix.map(row => [...row]);
  const n = P.length;
  for (let k = n - 1; k > 0; k--) {
    let leaving = 0;
    for (let j = 0; j < k; j++) leaving += P[k][j];
    for (let i = 0; i < k; i++) {
      if (P[i][k] === 0) continue;
      P[i][k] /= leaving;
      for (let j = 0; j < k; j++) P[i][j] += P[i][k] * P[k][j];
    }
  }
  const law = [1];
  for (let k = 1; k < n; k++) {
    let mass = 0;
    for (let i = 0; i < k; i++) mass += law[i] * P[i][k];
    law.push(mass);
  }
  const total = law.reduce((sum, mass) => sum + mass, 0);
  return law.map(mass => mass / total);
}

/** Σ π x² − (Σ π x)². */
export function spread(places: readonly number[], law: readonly number[]): number {
  const mean = law.reduce((sum, mass, i) => sum + mass * places[i], 0);
  return law.reduce((sum, mass, i) => sum + mass * (places[i] - mean) ** 2, 0);
}
