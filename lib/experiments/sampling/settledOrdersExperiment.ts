import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {uniforms} from "../../random/uniforms.js";
import {uniformDemand} from "../../sampling/demand.js";
import {jumpCovariance} from "../../sampling/jumpCovariance.js";
import {type Newsvendor, newsvendor} from "../../sampling/newsvendor.js";
import {
  demandOf,
  productsOf,
  type ShopCosts,
  type ShopDemand,
  type ShopYear,
  widthOf
} from "../../sampling/pizzaShop.js";
import {estimate} from "../../simulate/summary.js";
import {sgdCovariance} from "../../stationary/sgdCovariance.js";
import {integer, number, table, text} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {printedScale} from "../scaledSteps.js";
import {positiveSetting, settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Demand as the shop has it, or independent and uniform, each of the mean and variance that it had. */
export type SettledDemand = ShopDemand | "uniform";

/** A list of rates for one demand and one batch size. */
export interface SettledRuns {
  readonly demand: SettledDemand;
  readonly batchSize: number;
  readonly learningRates: readonly number[];
}

/** A shop's orders under SGD at constant rates, followed until they are at rest and then on. */
export interface SettledOrdersSpec extends ReplicatedHead, ShopCosts {
  readonly runs: readonly SettledRuns[];
  /** Before and during the average, in times of relaxation 1/(ηλmin). */
  readonly burnIn: number;
  readonly relaxations: number;
}

interface Job {
  readonly demand: SettledDemand;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly replicates: number;
}

interface Result {
  readonly job: Job;
  readonly risk: number;
  readonly standardError: number;
  readonly continuous: number;
  readonly discrete: number;
  readonly jumps: number;
}

/** How often in a time of relaxation the risk is looked at. */
const looks = 4;
/** How many standard deviations from its best an order must be able to stray before uniform demand ends. */
const room = 4.5;

/**
 * One row per demand, batch size b and rate η: `risk` ± `standardError`, the mean excess cost f(θ) − f⋆ of orders at
 * rest, beside three predictions: `continuous` (η/b) tr G/4 (Fisher, Corollary 5.7); `discrete` ½ tr HΣ of
 * `sgdCovariance`, for noise that does not change with θ; `jumps` ½ tr HΣ of `jumpCovariance`, exact for uniform
 * demand. Where demand is recorded, H is that of the laws of the weekdays. Scale shortens the replicates, never
 * below 2.
 */
export function settledOrdersExperiment(
  spec: SettledOrdersSpec,
  year: ShopYear
): Experiment<Job, Result> {
  const {name, seed, replicates, runs, burnIn, relaxations, ingredients, capacity} = spec;
  const known = new Map<SettledDemand, Shop>();
  const shopOf = (demand: SettledDemand): Shop => {
    const found = known.get(demand) ?? makeShop(year, demand, spec);
    known.set(demand, found);
    return found;
  };
  const count = (scale: number) => Math.max(2, Math.floor(replicates * scale));
  const length = ({demand, learningRate}: Job) => 1 / (learningRate * shopOf(demand).slowest);
  return {
    ...headOf(spec),
    spec: {
      replicates,
      runs: runs.map(run => ({...run, learningRates: [...run.learningRates]})),
      burnIn,
      relaxations,
      ingredients,
      capacity
    },
    jobs: scale =>
      runs.flatMap(({demand, batchSize, learningRates}) =>
        learningRates.map(learningRate => ({
          demand,
          batchSize,
          learningRate,
          replicates: count(scale)
        }))
      ),
    describe: ({demand, batchSize, learningRate}) =>
      `${demand}, b = ${batchSize}, η = ${learningRate}`,
    cost: job => job.replicates * job.batchSize * length(job) * (burnIn + relaxations),
    run: job => {
      const shop = shopOf(job.demand);
      const {demand, batchSize: b, learningRate: eta} = job;
      const cell = `${demand} b=${b} η=${eta}`;
      const time = length(job);
      const risks = Array.from({length: job.replicates}, (_, replicate) =>
        settledRisk(shop, {
          batchSize: b,
          learningRate: eta,
          stream: uniforms({seed, experiment: name, cell, replicate}),
          burnIn: Math.ceil(burnIn * time),
          looks: Math.ceil(looks * relaxations),
          between: Math.max(1, Math.floor(time / looks))
        })
      );
      const {mean: risk, standardError} = estimate(risks);
      const {hessian, noise} = shop;
      const half = (sigma: readonly (readonly number[])[]) =>
        hessian.reduce(
          (sum, row, i) => sum + row.reduce((s, h, j) => s + (h * sigma[j][i]) / 2, 0),
          0
        );
      const perBatch = noise.map(row => row.map(x => x / b));
      return {
        job,
        risk,
        standardError,
        continuous: (eta / b / 4) * noise.reduce((sum, row, i) => sum + row[i], 0),
        discrete: half(sgdCovariance({hessian, noise: perBatch, learningRate: eta}).to2DArray()),
        jumps: half(jumpCovariance({...shop, learningRate: eta, batchSize: b}))
      };
    },
    table: results =>
      table(results, {
        demand: text(row => row.job.demand),
        b: integer(row => row.job.batchSize),
        learningRate: number(row => row.job.learningRate),
        risk: number(row => row.risk),
        standardError: number(row => row.standardError),
        continuous: number(row => row.continuous),
        discrete: number(row => row.discrete),
        jumps: number(row => row.jumps)
      }),
    expected: scale => ({
      risk: {
        standardError: "standardError",
        replicates: count(printedScale(scale)),
        value: (row: Row) =>
          row["demand"] === "uniform" &&
          room * strayed(shopOf("uniform"), Number(row["learningRate"]), Number(row["b"])) < 1
            ? Number(row["jumps"])
            : Number.NaN
      }
    }),
    vary: changes =>
      settledOrdersExperiment(
        withSettings(spec, changes, {
          ranges: {
            burnIn: positiveSetting,
            relaxations: positiveSetting,
            ingredients: settingIn("(0, 1)", x => x > 0 && x < 1),
            capacity: positiveSetting,
            batchSize: wholeFrom(1)
          },
          words: {demand: ["uniform", "laws", "days", "one week"]},
          afterBurnIn: undefined
        }),
        year
      )
  };
}

interface Shop {
  readonly vendor: Newsvendor;
  readonly least: number;
  readonly hessian: readonly (readonly number[])[];
  readonly noise: readonly (readonly number[])[];
  readonly directions: readonly (readonly number[])[];
  /** Of each product. */
  readonly curvatures: readonly number[];
  /** λmin(H). */
  readonly slowest: number;
  /** How far each order may go before its demand's density changes; infinite but for uniform demand. */
  readonly reach: readonly number[];
}

function makeShop(year: ShopYear, kind: SettledDemand, costs: ShopCosts): Shop {
  const smooth = kind === "uniform" ? uniformOf(year) : demandOf(year, "laws");
  const demand = kind === "uniform" ? smooth : demandOf(year, kind);
  const products = productsOf(year, costs);
  const mean = products.reduce((sum, _, i) => sum + demand.mean(i), 0);
  const vendor = newsvendor(products, demand, costs.capacity * mean);
  const orders = vendor.orders(vendor.minimum);
  const curvatures = products.map(
    ({underage, overage}, i) => (underage + overage) * smooth.density(i, orders[i])
  );
  const {directions} = vendor;
  const hessian = directions[0].map((_, k) =>
    directions[0].map((_, l) =>
      curvatures.reduce((sum, D, i) => sum + directions[i][k] * D * directions[i][l], 0)
    )
  );
  return {
    vendor,
    least: vendor.risk(vendor.minimum),
    hessian,
    noise: vendor.noise(vendor.minimum),
    directions,
    curvatures,
    slowest: symmetricEigen(hessian).values[0],
    reach: orders.map((x, i) => {
      if (kind !== "uniform") return Number.POSITIVE_INFINITY;
      const half = widthOf(year, i) / 2;
      return half - Math.abs(x - demand.mean(i));
    })
  };
}

const uniformOf = (year: ShopYear) =>
  uniformDemand(
    year.prices.map((_, i) => {
      const middle = demandOf(year, "days").mean(i);
      const half = widthOf(year, i) / 2;
      return [middle - half, middle + half] as const;
    })
  );

/** The largest standard deviation of an order at rest, as a share of its reach. */
function strayed(shop: Shop, learningRate: number, batchSize: number): number {
  const sigma = jumpCovariance({...shop, learningRate, batchSize});
  return Math.max(
    ...shop.directions.map((row, i) => {
      const variance = row.reduce(
        (sum, u, k) => sum + row.reduce((s, v, l) => s + u * sigma[k][l] * v, 0),
        0
      );
      return Math.sqrt(variance) / shop.reach[i];
    })
  );
}

interface Course {
  readonly batchSize: number;
  readonly learningRate: number;
  readonly stream: ReturnType<typeof uniforms>;
  readonly burnIn: number;
  readonly looks: number;
  readonly between: number;
}

/** The mean excess cost of one run from the minimum, after its burn-in. */
function settledRisk({vendor, least}: Shop, course: Course): number {
  const {batchSize, learningRate, stream, burnIn, looks, between} = course;
  const theta = Float64Array.from(vendor.minimum);
  const gradient = theta.slice();
  const walk = (steps: number) => {
    for (let t = 0; t < steps; t++) {
      gradient.fill(0);
      vendor.addGradients(theta, stream, batchSize, gradient);
      for (let j = 0; j < theta.length; j++) theta[j] -= (learningRate * gradient[j]) / batchSize;
    }
  };
  walk(burnIn);
  let sum = 0;
  for (let look = 0; look < looks; look++) {
    walk(between);
    sum += vendor.risk(theta) - least;
  }
  return sum / looks;
}
