/** What an experiment is called and where its randomness begins: every builder's spec starts so. */
export interface ExperimentHead {
  /** File name of the loader without its extension; addresses the random streams. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  /** Where it comes from, e.g. "Fisher, Experiment 1". */
  readonly source: string;
  readonly seed: number;
}

/** The head of an experiment whose cells are run again and again, each time with a stream of its own. */
export interface ReplicatedHead extends ExperimentHead {
  /** Independent runs of every cell. */
  readonly replicates: number;
}

export const headOf = ({name, title, source, seed}: ExperimentHead): ExperimentHead => ({
  name,
  title,
  source,
  seed
});
