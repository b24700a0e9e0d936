import {type BenchAnswer, type BenchQuestion, openBench} from "../../../lib/workbench/bench.js";
import type {Direction, Pair} from "../../../lib/workbench/plane.js";
import type {Chart} from "../../../src/components/chart/declaration.js";
import * as rows from "../../../src/figures/workbench.js";
import * as network from "../../../src/figures/workbenchNetwork.js";
import {cloudOf, plane, planeSpec} from "../../../src/figures/workbenchPlane.js";
import * as run from "../../../src/figures/workbenchRun.js";
import {safetensors} from "../../../tools/samples/safetensors.js";
import {uniformSource} from "../../statistics/uniformSource.js";
import type {Examples} from "../gallery.js";
import {framesOf} from "../live.js";
import {pageRows} from "../pageRows.js";

const tensors = [
  {name: "layers.0.attention.query.weight", shape: [3]},
  {name: "bias", shape: []},
  {name: "head", shape: [2]}
];

/** Gradients of six parameters in three arrays, with a curvature that is not that of their noise. */
export async function smallBench(samples = 300) {
  const source = uniformSource(7);
  const gradients = Array.from({length: samples}, () => {
    const common = source.normal();
    return [3, 1, 0.8, 0.5, 0.2, 0.1].map(
      scale => 0.2 + scale * source.normal() + 0.3 * scale * common
    );
  });
  const curvatures = [2, 0.8, 1.1, 0.4, 0.3, 0.1];
  return openBench({
    gradients: {
      name: "g.safetensors",
      bytes: new Uint8Array(safetensors(gradients, tensors, "F64"))
    },
    hessian: {
      name: "hessian.csv",
      bytes: new Uint8Array(new TextEncoder().encode(curvatures.join("\n")))
    }
  });
}

export const usual: BenchQuestion = {
  rows: "per-sample",
  population: "sample",
  run: {learningRate: 0.3, batchSize: 32},
  budget: {calls: 1e5, start: 0.1}
};

/** The charts of a page that has some in words. */
const declared = (...charts: readonly (Chart | string)[]): Chart[] =>
  charts.map(chart => {
    if (typeof chart === "string") throw new Error(`not drawn: ${chart}`);
    return chart;
  });

export function answerOf(
  bench: Awaited<ReturnType<typeof smallBench>>,
  question: BenchQuestion
): BenchAnswer {
  const steps = bench.ask(question);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

export const workbench: Examples = {
  workbench: async () => {
    const bench = await smallBench();
    const whole = answerOf(bench, {
      ...usual,
      population: "whole",
      run: {learningRate: 5, batchSize: 1, momentum: 0.9}
    });
    const slow = answerOf(bench, {...usual, run: {learningRate: 1e-4, batchSize: 4096}});
    const answer = answerOf(bench, usual);
    const pairs: Pair<Direction>[] = [
      [
        {of: "hessian", at: 1},
        {of: "hessian", at: 6}
      ],
      [
        {of: "covariance", at: 1},
        {of: "parameters", at: 5}
      ]
    ];
    const clouds = await Promise.all(
      pairs.map(async pair => {
        const law = bench.plane(pair);
        if (!law.runs) throw new Error("no runs");
        const {runs} = law;
        const [frame] = await framesOf(planeSpec(runs), [runs.cell.steps]);
        return plane(law, pair, usual, cloudOf(runs, frame[0]));
      })
    );
    const floors = await pageRows("workbench", "floors", {
      table: "sweep",
      experiment: "network-floor",
      scale: 0.125
    });
    return [
      ...declared(
        ...[answer, whole].flatMap(each => [
          rows.scree(each),
          rows.cumulated(each),
          rows.blocks(each),
          rows.lengths(each)
        ]),
        ...[answer, whole, slow].map(run.floor),
        ...[answer, whole, slow].flatMap(each => [
          run.risk(each, "last"),
          run.risk(each, "averaged")
        ])
      ),
      plane(bench.plane(pairs[0]), pairs[0], usual),
      ...clouds,
      network.networkFloor(floors as unknown as network.NetworkRow[])
    ];
  }
};
