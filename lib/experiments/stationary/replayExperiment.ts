import {NumpyKernel} from "../../random/numpy/kernel.js";
import {integer, number, table, text} from "../columns.js";
import type {Column, Experiment} from "../experiment.js";
import {fisherPlateau, type PlateauRow} from "./fisherPlateau.js";

export interface ReplaySpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly settings: {
    /** Horizons of Table 4, in the order drawn. */
    readonly T: readonly number[];
    /** Horizon of the row of Table 5 that goes on with the same numbers. */
    readonly decayingT: number;
  };
  /** What the paper prints, for the page to lay beside: one list per noise, in the order of T. */
  readonly printed: Readonly<Record<"anisotropic" | "isotropic", readonly number[]>>;
}

interface Job {
  readonly horizons: readonly number[];
  readonly decaying: boolean;
}

/**
 * A published NumPy run with its own random numbers (`fisherPlateau`), one row per table, horizon and
 * noise: `risk` as replayed, `printed` as the document has it (NaN where it prints no such number).
 * One generator runs through all of it, so it is one job, and a scale below 1 leaves rows out at the end
 * instead of shortening any.
 *
 * @throws RangeError in `vary`: a replay has nothing to vary
 */
export function replayExperiment(options: ReplaySpec): Experiment<Job, PlateauRow[]> {
  const {name, title, source, settings, printed} = options;
  const {T, decayingT} = settings;
  const total = T.reduce((sum, t) => sum + t, 0);
  return {
    name,
    title,
    source,
    seed: 7,
    spec: {...settings, printed: {...printed}},
    jobs: scale => {
      let drawn = 0;
      const horizons = T.filter((t, i) => {
        drawn += t;
        return i === 0 || drawn <= scale * total;
      });
      return [{horizons, decaying: scale === 1}];
    },
    describe: ({horizons}) => `T = ${horizons.join(", ")}`,
    cost: ({horizons}) => 4000 * horizons.reduce((sum, t) => sum + t, 0),
    run: async ({horizons, decaying}) => [
      ...fisherPlateau(await NumpyKernel.create(), {
        horizons,
        ...(decaying && {decayingHorizon: decayingT})
      })
    ],
    table: ([results]) => rowsOf(results, options),
    vary: () => {
      throw new RangeError(`${name} has no settings to vary: its random numbers are the paper's`);
    }
  };
}

function rowsOf(
  results: readonly PlateauRow[],
  {settings, printed}: ReplaySpec
): Record<string, Column> {
  const rows = results.flatMap((row, i) =>
    (["anisotropic", "isotropic"] as const).map(noise => ({
      experiment: i < settings.T.length ? 4 : 5,
      T: row.horizon,
      noise,
      risk: row[noise],
      printed: printed[noise][i] ?? Number.NaN
    }))
  );
  return table(rows, {
    experiment: integer(row => row.experiment),
    T: integer(row => row.T),
    noise: text(row => row.noise),
    risk: number(row => row.risk),
    printed: number(row => row.printed)
  });
}
