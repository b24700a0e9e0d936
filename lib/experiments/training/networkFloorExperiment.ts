import {integerPower} from "../../elementary/integerPower.js";
import {toMatrix} from "../../linalg/dense.js";
import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {type TeacherSettings, trainedNetwork} from "../../problems/trainedNetwork.js";
import {streamState} from "../../random/stream.js";
import {xoshiro128pp} from "../../random/xoshiro.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {positiveSetting, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** SGD on a small trained network, from its minimum on, beside the law of the quadratic there. */
export interface NetworkFloorSpec extends ExperimentHead {
  readonly replicates: number;
  readonly settings: TeacherSettings & {
    /** Learning rates as shares of 2/λmax(H). */
    readonly shares: readonly number[];
    readonly batches: readonly number[];
    /** η times the number of steps. */
    readonly time: number;
    /** How often the loss is measured, in the second half of the time. */
    readonly looks: number;
  };
}

interface Job {
  readonly batch: number;
  readonly share: number;
  readonly replicate: number;
}

/** What is known at the minimum, once per process. */
interface Minimum extends ReturnType<typeof trainedNetwork> {
  readonly curvatures: readonly number[];
  /** Gₐₐ along the eigenvectors of H, of the samples as the whole population. */
  readonly noise: readonly number[];
}

const counted = wholeFrom(1);
const ranges = {
  replicates: wholeFrom(2),
  inputs: counted,
  hidden: counted,
  teacher: counted,
  looks: counted,
  decay: positiveSetting
};

const known = new Map<string, Minimum>();

function minimumOf(seed: number, settings: TeacherSettings): Minimum {
  const key = JSON.stringify([seed, settings]);
  const found = known.get(key) ?? atMinimum(trainedNetwork(seed, settings));
  known.set(key, found);
  return found;
}

function atMinimum(trained: ReturnType<typeof trainedNetwork>): Minimum {
  const {network, weights} = trained;
  const {dimension: d, samples: n} = network;
  const {values, vectors} = symmetricEigen(toMatrix(network.curvatures(weights).hessian, d));
  const rows = network.sampleGradients(weights);
  const noise = Array.from(values, (_, a) => {
    const u = vectors.getColumn(a);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      let along = 0;
      for (let j = 0; j < d; j++) along += u[j] * rows[i * d + j];
      sum += along * along;
    }
    return sum / n;
  });
  return {...trained, curvatures: Array.from(values), noise};
}

/** After how many steps the loss is measured. */
const looksOf = ({time, looks}: {time: number; looks: number}, eta: number): number[] => {
  const steps = Math.ceil(time / eta);
  return Array.from({length: looks}, (_, k) => Math.ceil((steps * (looks + k + 1)) / (2 * looks)));
};

/**
 * Rows (batch, share): `measured`, the excess loss of SGD over the minimum that it starts from, over the looks and
 * replicates, batches drawn with replacement, with its standard error; `quadratic`, what the exact law of the
 * quadratic of H with the noise of the minimum gives at the same steps; `continuous`, where the diffusion settles,
 * η Tr G/(4b). Scale shortens the list of replicates, never below 2.
 */
export function networkFloorExperiment(spec: NetworkFloorSpec): Experiment<Job, number> {
  const {name, seed, replicates, settings} = spec;
  const {shares, batches, time} = settings;
  const count = (scale: number) => Math.max(2, Math.floor(replicates * scale));
  const rateOf = ({curvatures}: Minimum, share: number) =>
    rounded((2 * share) / curvatures[curvatures.length - 1], 6);
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      batches.flatMap(batch =>
        shares.flatMap(share =>
          Array.from({length: count(scale)}, (_, replicate) => ({batch, share, replicate}))
        )
      ),
    describe: ({batch, share}) => `b = ${batch}, ${share} of the edge`,
    cost: ({batch, share}) => (batch * time) / share,
    run: ({batch, share, replicate}) => {
      const minimum = minimumOf(seed, settings);
      const eta = rateOf(minimum, share);
      const stream = {seed, experiment: name, cell: `batch=${batch}, share=${share}`, replicate};
      return meanExcess(minimum, {eta, batch, looks: looksOf(settings, eta)}, streamState(stream));
    },
    table: (results, scale) => {
      const minimum = minimumOf(seed, settings);
      const each = count(scale);
      const rows = batches.flatMap((batch, i) =>
        shares.map((share, j) => {
          const eta = rateOf(minimum, share);
          const from = (i * shares.length + j) * each;
          return {
            batch,
            share,
            eta,
            ...spread(results.slice(from, from + each)),
            ...lawOf(minimum, {eta, batch, looks: looksOf(settings, eta)})
          };
        })
      );
      return table(rows, {
        batch: integer(row => row.batch),
        share: number(row => row.share),
        learningRate: number(row => row.eta),
        measured: number(row => row.mean),
        standardError: number(row => row.error),
        quadratic: number(row => row.quadratic),
        continuous: number(row => row.continuous)
      });
    },
    vary: changes => networkFloorExperiment(withSettings(spec, changes, {ranges}))
  };
}

interface Run {
  readonly eta: number;
  readonly batch: number;
  readonly looks: readonly number[];
}

function meanExcess(
  {network, weights, loss}: Minimum,
  {eta, batch, looks}: Run,
  state: ArrayLike<number>
): number {
  const word = xoshiro128pp(state);
  const w = weights.slice();
  const g = new Float64Array(network.dimension);
  const drawn = new Int32Array(batch);
  let [step, sum] = [0, 0];
  for (const look of looks) {
    for (; step < look; step++) {
      for (let k = 0; k < batch; k++) drawn[k] = Math.floor((word() / 2 ** 32) * network.samples);
      network.gradient(w, drawn, g);
      for (let j = 0; j < g.length; j++) w[j] -= eta * g[j];
    }
    sum += network.loss(w) - loss;
  }
  return sum / looks.length;
}

/** ½ Σ h·(G/b)·η/(h(2 − ηh))·(1 − (1 − ηh)^{2t}) over the looks t, and its diffusion limit at rest. */
function lawOf({curvatures, noise}: Minimum, {eta, batch, looks}: Run) {
  let [quadratic, trace] = [0, 0];
  for (const [a, h] of curvatures.entries()) {
    trace += noise[a];
    const rest = (eta * noise[a]) / (2 * batch * (2 - eta * h));
    for (const t of looks)
      quadratic += (rest * (1 - integerPower(1 - eta * h, 2 * t))) / looks.length;
  }
  return {
    quadratic: rounded(quadratic, 10),
    continuous: rounded((eta * trace) / (4 * batch), 10)
  };
}

/** To so many digits: the last ones of an eigenvalue are nobody's promise, and records must keep their bits. */
const rounded = (x: number, digits: number): number => Number(x.toPrecision(digits));

function spread(values: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return {mean, error: Math.sqrt(squares / (n * (n - 1)))};
}
