import type {BarrierCase} from "../cases/escape.js";

/** What the rates of `lib/escape` are told of a barrier; the path is split where its two parabolas meet. */
export const kramersArguments = ({
  well,
  top,
  height,
  rate,
  batch,
  split = top / (well + top)
}: BarrierCase & {readonly split?: number}) => ({
  curvatureMin: well,
  curvatureBarrier: top,
  barrier: height,
  learningRate: rate,
  batchSize: batch,
  split
});
