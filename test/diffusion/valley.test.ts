import {expect, test, vi} from "vitest";
import type {Report, Request} from "../../lib/answerLatest.js";
import {type Valley, valleyAxis, valleyStart} from "../../lib/diffusion/valley.js";
import {type ValleyFlow, valleyFlow} from "../../lib/diffusion/valleyFlow.js";

function solve(valley: Valley): {flow: ValleyFlow; pieces: number} {
  const work = valleyFlow(valley);
  for (let pieces = 1; ; pieces++) {
    const step = work.next();
    if (step.done) return {flow: step.value, pieces};
  }
}

const moments = ({density}: ValleyFlow) => {
  const {low, high, cells} = valleyAxis;
  const h = (high - low) / cells;
  const sums = [0, 0, 0];
  for (let c = 0; c < cells * cells; c++) {
    const x = low + h * ((c % cells) + 0.5);
    const y = low + h * (Math.floor(c / cells) + 0.5);
    [1, x, y].forEach((f, k) => {
      sums[k] += density[c] * f * h * h;
    });
  }
  return sums;
};

test("a cloud's mean falls as e^{−Ht} from where it starts; its mass stays; long work comes in pieces", () => {
  const {flow, pieces} = solve({angle: 45, ratio: 4, flat: 0.3, time: 2});
  const [mass, x, y] = moments(flow);
  expect(mass).toBeCloseTo(1, 10);
  expect(x).toBeCloseTo(valleyStart[0] * Math.exp(-2), 1);
  expect(y).toBeCloseTo(valleyStart[1] * Math.exp(-0.6), 1);
  expect(pieces).toBeGreaterThan(4);
});

test("turned noise makes a current, close to the closed form; aligned noise makes none", () => {
  const turned = solve({angle: 45, ratio: 4, flat: 0.3, time: Infinity}).flow;
  expect(turned.flows).toBe(true);
  expect(turned.off).toBeLessThan(0.05 * turned.largest);
  expect(solve({angle: 90, ratio: 4, flat: 0.3, time: Infinity}).flow.flows).toBe(false);
});

test("settings outside their range are named", () => {
  expect(() => solve({angle: 0, ratio: 0, flat: 0.3, time: 1})).toThrow(/ratio must/);
  expect(() => solve({angle: 0, ratio: 2, flat: -1, time: 1})).toThrow(/flat must/);
  expect(() => solve({angle: 0, ratio: 2, flat: 1, time: -1})).toThrow(/time must/);
});

test("the worker gives up a question when the next comes, and reports errors", async () => {
  const scope = globalThis as unknown as {
    onmessage: (event: {data: Request<Valley>}) => void;
    postMessage: (report: Report<ValleyFlow>) => void;
  };
  const reports: Report<ValleyFlow>[] = [];
  scope.postMessage = report => void reports.push(report);
  await import("../../lib/diffusion/valleyWorker.js");
  const question = {angle: 45, ratio: 4, flat: 0.3, time: 1};
  for (const id of [1, 2, 3]) scope.onmessage({data: {id, question}});
  await vi.waitFor(() => expect(reports).toHaveLength(1), {timeout: 10_000});
  scope.onmessage({data: {id: 4, question: {...question, flat: -1}}});
  await vi.waitFor(() => expect(reports).toHaveLength(2));
  expect(reports.map(({id}) => id)).toEqual([3, 4]);
  expect(reports[1]).toMatchObject({error: expect.stringMatching(/flat must/)});
});
