import type {Matrix} from "ml-matrix";
import type {Chart, Mark} from "../components/chart/declaration.js";
import {fixed, whole} from "../components/format.js";
import {enumeratedMeans} from "../lib/noise/enumeratedMeans.js";
import {godambeInformation} from "../lib/noise/godambeInformation.js";
import {sandwichCovariance} from "../lib/noise/sandwichCovariance.js";
import {twoPointErrors} from "../lib/problems/twoPointErrors.js";
import {unequalErrors} from "../lib/problems/unequalErrors.js";
import {ring} from "./ring.js";

const two = (x: number) => fixed(x, 2);

/** The controls of the page. */
export const summaryControls = {
  skew: {label: "Errors widen by", min: 0, max: 0.8, step: 0.05, value: 0.55, format: two},
  loss: {label: "Loss times $s$", min: 0.5, max: 1.5, step: 0.05, value: 1, format: two},
  batch: {label: "Batch size $b$", min: 1, max: 4, step: 1, value: 2}
};

type Asked = Readonly<Record<keyof typeof summaryControls, number>>;

/** The covariance of one gradient and the two matrices that the summary could mean. */
function candidates({skew, loss}: Asked) {
  const {hessian, noise} = unequalErrors({skew, lossScale: loss});
  return {
    noise,
    sandwich: sandwichCovariance(hessian, noise),
    inverse: godambeInformation(hessian, noise)
  };
}

/** All batches of a size, and b times the covariance of their gradients. */
function enumerated({skew, loss, batch}: Asked) {
  const gradients = twoPointErrors({skew, lossScale: loss});
  const law = enumeratedMeans(gradients, {batchSize: batch, scheme: "with"});
  return {batches: law.outcomes.length, covariance: law.covariance.clone().mul(batch)};
}

/** What each candidate misses of b times the covariance of a batch, in the norm of matrices. */
export function misses(asked: Asked) {
  const {covariance} = enumerated(asked);
  const {noise, sandwich, inverse} = candidates(asked);
  const share = (matrix: Matrix) => covariance.clone().sub(matrix).norm() / covariance.norm();
  return {noise: share(noise), sandwich: share(sandwich), inverse: share(inverse)};
}

const scales = Array.from({length: 11}, (_, k) => 0.5 + k / 10);

/** Total variance against the scale of the loss, and the ellipses at the chosen one. */
export function threeMatrices(asked: Asked): Chart {
  const along = (of: (at: Asked) => Matrix): Mark[] =>
    scales.map(loss => ({x: loss, y: of({...asked, loss}).trace()}));
  const {noise, sandwich, inverse} = candidates(asked);
  const {batches, covariance} = enumerated(asked);
  const few = {points: 24};
  return {
    title: "Covariance of a mini-batch gradient times $b$, and three candidates",
    caption: `First panel: their traces, when the loss is multiplied by $s$. Second: their 95 % ellipses at the chosen $s$. Dots: ${whole(batches)} different batches enumerated, each with its probability; solid: $G$; open diamonds: the sandwich $H^{−1}GH^{−1}$ and its inverse $HG^{−1}H$. Only $G$ follows the dots. Where the errors have the same width everywhere (first slider 0) and the loss is the negative log-likelihood (second slider 1), the inverse of the sandwich is $G$: both are the Fisher information, and the sandwich is its inverse.`,
    description:
      "The measured trace grows on the curve of G, the two candidates are level; beside it three ellipses of different shape and size, with measured dots on one of them.",
    shape: 0.95,
    x: {label: "loss times $s$", column: "scale", domain: [0.45, 1.55], ticks: 5},
    y: {label: "trace of the matrix", column: "trace", ticks: 5},
    panels: [
      {
        name: "traces",
        series: [
          {is: "reference", name: "chosen", label: false, marks: [{x: asked.loss}]},
          {is: "exact", name: "$G$", marks: along(at => candidates(at).noise), near: 0.6},
          {
            is: "printed",
            name: "sandwich",
            marks: along(at => candidates(at).sandwich),
            near: 0.2
          },
          {
            is: "printed",
            name: "its inverse",
            marks: along(at => candidates(at).inverse),
            near: 0.2
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: along(at => enumerated(at).covariance).map((mark, k) => ({
              ...mark,
              expected: candidates({...asked, loss: scales[k]}).noise.trace()
            }))
          }
        ]
      },
      {
        name: "ellipses",
        x: {
          label: "gradient of the intercept times $√b$",
          short: "intercept",
          column: "intercept",
          domain: [-5.8, 5.8],
          ticks: 5
        },
        y: {
          label: "gradient of the slope times $√b$",
          short: "slope",
          column: "slope",
          domain: [-5.8, 5.8],
          ticks: 5
        },
        series: [
          {is: "printed", name: "sandwich", marks: ring(sandwich, few), near: 0.1},
          {is: "printed", name: "its inverse", marks: ring(inverse, few), near: 0.3},
          {is: "exact", name: "$G$", as: "loop", marks: ring(noise), near: 0.6},
          {is: "measured", name: "measured", label: false, marks: ring(covariance, few)}
        ]
      }
    ]
  };
}
