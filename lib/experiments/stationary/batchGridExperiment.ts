import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {type Grid, noiseGridExperiment} from "./varianceGridExperiment.js";

/** SGD over a grid of learning rates, whose noise is that of batches. */
export interface BatchGridSpec extends ReplicatedHead {
  readonly settings: Grid & {
    readonly batchSize: number;
    readonly datasetSize: number;
  };
}

/**
 * The grid of `varianceGridExperiment` with the noise of batches drawn without replacement where each sample's
 * covariance is the Hessian: (n − b)/(nb) of each curvature, b and n being `batchSize` and `datasetSize`.
 *
 * @throws RangeError where a batch is larger than the data
 */
export function batchGridExperiment(spec: BatchGridSpec): Experiment {
  return noiseGridExperiment(spec, ({curvatures, batchSize: b, datasetSize: n}) => {
    if (b > n) throw new RangeError(`batchSize must be at most datasetSize = ${n}; got ${b}`);
    return curvatures.map(h => ((n - b) / (n * b)) * h);
  });
}
