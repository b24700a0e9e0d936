/** Replicates 0 … n − 1 cut into consecutive blocks of nearly equal length: from `from`, before `to`. */
export const replicateBlocks = (replicates: number, blocks: number): {from: number; to: number}[] =>
  Array.from({length: blocks}, (_, k) => ({
    from: Math.floor((k * replicates) / blocks),
    to: Math.floor(((k + 1) * replicates) / blocks)
  }));
