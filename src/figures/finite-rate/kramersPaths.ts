import type {Chart} from "../../components/chart/declaration.js";
import {whole} from "../../components/format.js";
import {type ExitRow, exitsOf, type KramersRun} from "./kramers.js";

/** The paths that were solved: how the exact rate over the curvature grows with the step, and the printed rate over it. */
function pathsOf(rows: readonly ExitRow[]) {
  const paths = new Map<string, ReturnType<typeof exitsOf>>();
  for (const exit of exitsOf(rows)) {
    const key = `${exit.ratio} ${exit.height}`;
    paths.set(key, [...(paths.get(key) ?? []), exit]);
  }
  return [...paths.values()].map(path => {
    const exits = [...path].sort((a, b) => a.step - b.step);
    const [first] = exits;
    return {
      ratio: first.ratio,
      height: first.height,
      growth: exits.map(({step, rate}) => ({x: step, y: rate / step / (first.rate / first.step)})),
      printed: exits.map(({step, rate, printed}) => ({x: step, y: printed / rate}))
    };
  });
}

/** The least growth of the exact rate, and the paths on which printed over exact varies least and most. */
export function summary(rows: readonly ExitRow[]) {
  const paths = pathsOf(rows);
  const swings = paths
    .map(({ratio, height, printed}) => {
      const values = printed.map(({y}) => y);
      return {ratio, height, swing: Math.max(...values) / Math.min(...values)};
    })
    .sort((a, b) => a.swing - b.swing);
  return {
    leastGrowth: Math.min(...paths.map(({growth}) => growth[growth.length - 1].y)),
    steadiest: swings[0],
    wildest: swings[swings.length - 1]
  };
}

/** Growth with the step, and the printed rate over the exact one, on all paths. */
export function allPaths(rows: readonly ExitRow[], {ratios, heights, steps}: KramersRun): Chart {
  const paths = pathsOf(rows);
  const range = (values: readonly number[]) => `${Math.min(...values)} to ${Math.max(...values)}`;
  const lines = (of: "growth" | "printed") =>
    paths.flatMap((path, piece) => path[of].map(mark => ({...mark, piece})));
  return {
    title:
      "All paths that were solved: growth with the step, and the printed rate over the exact one",
    caption: `${whole(paths.length)} lines, ${ratios.length} ratios $|k_b|/k_a$ from ${range(ratios)} by ${heights.length} heights from ${range(heights)} temperatures. First panel: exact rate over curvature, over its value at $ηk_a = ${Math.min(...steps)}$. Second: Theorem 9 as printed over exact, at some of the steps, which would have to be flat to be right “up to a constant”.`,
    description:
      "First a bundle of lines that all rise; then a bundle that rises and falls, none of them flat.",
    shape: 0.75,
    x: {label: "step $rηk_a$", column: "step", domain: [0, 2], ticks: 5},
    y: {
      label: "growth of the exact rate",
      column: "growth",
      scale: "log",
      domain: [0.7, 1e4],
      format: "power"
    },
    panels: [
      {
        name: "exact",
        series: [
          {is: "reference", name: "no growth", label: false, marks: [{y: 1}]},
          {is: "exact", name: "exact rate", second: true, label: false, marks: lines("growth")}
        ]
      },
      {
        name: "printed over exact",
        y: {
          label: "printed over exact",
          column: "printedOverExact",
          scale: "log",
          domain: [0.003, 40],
          format: "power"
        },
        series: [
          {is: "reference", name: "equal", label: false, marks: [{y: 1}]},
          {
            is: "reference",
            name: "all steps",
            as: "line",
            label: false,
            marks: lines("printed")
          },
          {
            is: "printed",
            name: "as printed",
            label: false,
            marks: paths.flatMap(path => path.printed.filter((_, k) => k % 6 === 0))
          }
        ]
      }
    ]
  };
}
