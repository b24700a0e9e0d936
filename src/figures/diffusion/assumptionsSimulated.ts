import {stableScale} from "../../lib/stationary/stableScale.js";

/** What SGD has for an effect, and in which of the two directions it was measured. */
export interface Simulated {
  readonly key: string;
  readonly y: number;
  readonly standardError: number;
  readonly where: "stiff" | "flat";
}

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/** A ratio of the sweep of drives. */
export interface DrivenEffect extends Numbers<"step" | "ratio" | "standardError"> {
  readonly drive: string;
}

/** Moments of the plane under turned noise. */
export interface PlaneEffect
  extends Numbers<"flat" | "across" | "angle" | "s11" | "s12" | "s22" | "s12Error" | "s22Error"> {}

/** The scale of the iterates under stable noise. */
export interface TailEffect extends Numbers<"step" | "scale" | "scaleError"> {}

const only = <Row>(rows: readonly Row[], is: (row: Row) => boolean, what: string): Row => {
  const found = rows.find(is);
  if (!found) throw new RangeError(`rows must hold ${what}; got ${rows.length} others`);
  return found;
};

/** The effects that were simulated at the reference setting, from the three sweeps. */
export function simulatedEffects(
  driven: readonly DrivenEffect[],
  planes: readonly PlaneEffect[],
  [tail]: readonly TailEffect[]
): Simulated[] {
  /** At equal step, unless the step itself is what differs. */
  const from = (
    key: string,
    drive: string,
    where: "stiff" | "flat",
    equalStep = drive !== "decaying"
  ): Simulated => {
    const row = only(driven, each => each.drive.startsWith(drive), drive);
    const factor = equalStep ? 1 - row.step / 2 : 1;
    return {key, y: factor * row.ratio, standardError: factor * row.standardError, where};
  };
  const correlatedBy = (key: string, across: number): Simulated => {
    const row = only(
      planes,
      each => each.angle === 45 && each.across === across,
      `noise turned by 45° with ${across} across`
    );
    const size = Math.sqrt(row.s11 * row.s22);
    return {key, y: 1 + row.s12 / size, standardError: row.s12Error / size, where: "flat"};
  };
  const along = only(planes, ({angle}) => angle === 0, "noise along the curvature");
  const meanLoss = (along.s11 + along.flat * along.s22) / 2;
  const gauss = stableScale({curvature: 1, learningRate: tail.step, alpha: 2});
  return [
    {
      key: "isotropic noise",
      y: (along.flat * along.s22) / meanLoss,
      standardError: (along.flat * along.s22Error) / meanLoss,
      where: "flat"
    },
    from("no momentum", "momentum", "flat"),
    from("no epochs", "reshuffled", "flat"),
    {
      key: "finite variance",
      y: (tail.scale / gauss) ** 2,
      standardError: (2 * tail.scale * tail.scaleError) / gauss ** 2,
      where: "flat"
    },
    from("small step", "white", "stiff", false),
    correlatedBy("Σ invertible", 0),
    correlatedBy("detailed balance", 0.4),
    from("constant rate", "decaying", "flat"),
    from("Σ constant", "growing", "stiff"),
    from("B ≪ n", "batch", "stiff"),
    from("normal batch", "skewed", "stiff"),
    from("i.i.d. samples", "clustered", "stiff"),
    from("shuffled data", "runs", "stiff")
  ];
}
