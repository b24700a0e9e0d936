import * as Plot from "@observablehq/plot";
import {covarianceEllipse, radius95} from "../../lib/linalg/covarianceEllipse.js";
import {runLive} from "../../lib/simulate/liveClient.js";
import type {LinearCell} from "../../lib/simulate/spec.js";
import {heavyBallGain} from "../../lib/stationary/heavyBallGain.js";
import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import {sizeOfData} from "../../lib/workbench/sample.js";
import {batchShare} from "../../lib/workbench/settled.js";
import type {Choice, Settings} from "../controls.js";
import {element} from "../element.js";
import {figure} from "../figure.js";
import {liveWorker, planePoints} from "../live-sweep.js";

const ordinals = [
  "1st",
  "2nd",
  "3rd",
  "4th",
  "5th",
  "6th",
  "7th",
  "8th",
  "9th",
  "10th",
  "11th",
  "12th"
];
const options = ordinals.map((name, k) => (k ? `${name} stiffest` : "stiffest"));

/** Two of the stiffest directions of H. */
export const planeQuestions: {across: Choice; along: Choice} = {
  across: {label: "Across", options, value: options[0]},
  along: {label: "Along", options, value: options[1]}
};

/** Runs in the cloud, and the most steps that each takes. */
const most = {runs: 1500, steps: 20_000};

/**
 * The ellipse of 95 % of a Gaussian with the covariance where a run settles, along two directions of H; on
 * request the kernel runs the recursion, and its iterates are drawn over it.
 */
export function planePicture(
  {report, pictures, question, table}: BenchAnswer,
  chosen: Settings<typeof planeQuestions>
): HTMLElement & {stop(): void} {
  const {run} = question;
  const modes = pictures?.modes;
  const indices = [chosen.across, chosen.along].map(label => options.indexOf(label));
  const inWords = (text: string) =>
    Object.assign(element("p", {class: "aside"}, text), {stop: () => {}});
  if (!run || !modes)
    return inWords("With the Hessian, the ellipse in which a run settles would stand here.");
  if (report.stationary?.floor.value === null)
    return inWords(
      "The learning rate is beyond the edge, and nothing settles: there is no ellipse."
    );
  const count = modes.stiffest.length;
  if (Math.max(...indices) >= count || indices[0] === indices[1])
    return inWords(`Two different directions are wanted, among the ${count} stiffest.`);
  const {learningRate: eta, batchSize: b, momentum = 0} = run;
  const share = batchShare(b, run.replacement ?? true, sizeOfData(question, table.rows));
  const h = indices.map(k => modes.curvatures[modes.curvatures.length - 1 - k]);
  const noise = indices.map(a => indices.map(c => share * modes.stiffest[a][c]));
  const covariance = noise.map((row, a) =>
    row.map((x, c) => x * heavyBallGain(h[a], h[c], eta, momentum))
  );
  const ellipse = covarianceEllipse(covariance);
  const reach = covariance.map((row, a) => 1.35 * radius95 * Math.sqrt(row[a]));
  const root = Math.sqrt(noise[0][0]);
  const beside = root > 0 ? noise[1][0] / root : 0;
  const cell: LinearCell = {
    parameters: {eta, b},
    hessianEigenvalues: h,
    noiseFactor: {
      lower: [
        [root, 0],
        [beside, Math.sqrt(Math.max(0, noise[1][1] - beside * beside))]
      ]
    },
    learningRate: eta,
    momentum,
    steps: Math.min(
      most.steps,
      Math.max(60, Math.ceil((3 * (1 - momentum)) / (eta * Math.min(...h))))
    )
  };
  let points: [number, number][] = [];
  let end = () => {};
  const button = element("button", {type: "button"}, "▶ simulate it here");
  const status = element("span", {role: "status"});
  const holder = element("div");
  const draw = () =>
    holder.replaceChildren(
      figure({
        title: "Where the iterates settle",
        caption: `The ellipse that is to hold 95 % of the iterates, seen along two directions of H, of curvature ${digits(h[0])} and ${digits(h[1])}, at η = ${digits(eta)} and b = ${b}. Dots: ${points.length || "on request,"} runs of the recursion with Gaussian noise of this covariance.`,
        description: "An ellipse in the plane of two directions of the Hessian.",
        data: ellipse.map(([across, along]) => ({across, along})),
        draw: width => plane(width, {points, ellipse, reach, chosen})
      })
    );
  draw();
  button.addEventListener("click", () => {
    const worker = liveWorker();
    const spec = {experiment: "workbench: plane", seed: 1, replicates: most.runs, cells: [cell]};
    const finish = () => {
      worker.terminate();
      button.disabled = false;
    };
    button.disabled = true;
    status.textContent = `${most.runs} runs of ${cell.steps} steps …`;
    const stop = runLive(worker, spec, {
      at: [cell.steps],
      stepsPerFrame: cell.steps,
      onFrame: ([frame]) => {
        points = planePoints(frame);
        draw();
        status.textContent = inside(points, covariance);
      },
      onDone: finish,
      onError: message => {
        finish();
        status.textContent = message;
      }
    });
    end = () => {
      stop();
      worker.terminate();
    };
  });
  return Object.assign(
    element("div", {}, element("div", {class: "actions"}, button, status), holder),
    {stop: () => end()}
  );
}

function plane(
  width: number,
  {
    points,
    ellipse,
    reach,
    chosen
  }: {
    points: [number, number][];
    ellipse: [number, number][];
    reach: number[];
    chosen: Settings<typeof planeQuestions>;
  }
) {
  return Plot.plot({
    width,
    height: Math.min(380, width),
    marginLeft: 56,
    marginBottom: 40,
    marginTop: 24,
    marginRight: 16,
    x: {
      label: `${chosen.across} direction →`,
      domain: [-reach[0], reach[0]],
      ticks: width < 500 ? 3 : 6,
      tickFormat: digits
    },
    y: {
      label: `↑ ${chosen.along} direction`,
      domain: [-reach[1], reach[1]],
      ticks: 5,
      tickFormat: digits
    },
    marks: [
      Plot.dot(points, {r: 1.4, fill: "var(--measured)", fillOpacity: 0.5, clip: true}),
      Plot.line(ellipse, {stroke: "var(--exact)", strokeWidth: 2.2, clip: true})
    ]
  });
}

/** How many points the ellipse holds. */
function inside(points: readonly [number, number][], [[a, c], [, d]]: number[][]): string {
  const determinant = a * d - c * c;
  const held = points.filter(
    ([x, y]) => (d * x * x - 2 * c * x * y + a * y * y) / determinant <= radius95 * radius95
  );
  return `${held.length} of ${points.length} iterates are inside`;
}
