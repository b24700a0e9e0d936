import {fixed} from "../components/format.js";
import type {Sidecar} from "../components/provenance.js";
import type {TableColumn} from "../components/table.js";

/** An experiment as the build lists it. */
export type Stored = Sidecar & {
  readonly title: string;
  readonly source: string;
  readonly jobs: number;
  readonly steps: number;
};

/** What it is, what it took, and the beginnings of its hashes. */
export const experimentColumns: readonly TableColumn<Stored>[] = [
  {header: "experiment", value: row => row.experiment, text: true},
  {header: "source", value: row => row.source, text: true},
  {header: "seed", value: row => String(row.seed)},
  {header: "scale", value: row => String(row.scale)},
  {header: "steps, in $10^6$", value: row => fixed(row.steps / 1e6, 2)},
  {header: "time, s", value: row => fixed(row.seconds, 1)},
  {header: "SHA-256", value: row => row.sha256.slice(0, 7), text: true},
  {header: "closure", value: row => row.closure.slice(0, 7), text: true}
];

/** Where it is written, and all of its hashes. */
export const hashColumns: readonly TableColumn<Stored>[] = [
  {header: "loader", value: row => row.loader, text: true},
  {header: "commit", value: row => row.commit, text: true},
  {header: "workers", value: row => String(row.workers)},
  {header: "SHA-256 of the records", value: row => row.sha256, text: true},
  {header: "closure hash", value: row => row.closure, text: true}
];

/** What all experiments took together. */
export const tookTogether = (stored: readonly Stored[]) => ({
  seconds: stored.reduce((sum, row) => sum + row.seconds, 0),
  steps: stored.reduce((sum, row) => sum + row.steps, 0)
});
