import {digits} from "./digits.js";

/** A mark of a chart, in the units of its axes. */
export interface Series {
  readonly points: readonly (readonly [number, number])[];
  readonly look: "dots" | "line" | "dashed";
  /** Ends of a bar at each point. */
  readonly bars?: readonly (readonly [number, number])[];
}

export interface SmallChart {
  readonly title: string;
  readonly x: {readonly label: string; readonly log?: boolean};
  readonly y: {readonly label: string; readonly log?: boolean};
  readonly series: readonly Series[];
}

const box = {width: 270, height: 180, left: 48, right: 16, top: 26, bottom: 34};

/** A chart as SVG that needs no style sheet, for a page that is printed. Points that a log axis has not are left out. */
export function smallChart({title, x, y, series}: SmallChart): string {
  const shown = series.map(one => {
    const kept = one.points.flatMap((point, k) =>
      (!x.log || point[0] > 0) && (!y.log || point[1] > 0) ? [k] : []
    );
    return {
      ...one,
      points: kept.map(k => one.points[k]),
      bars: one.bars && kept.map(k => one.bars![k])
    };
  });
  const all = shown.flatMap(({points}) => points);
  if (!all.length) return "";
  const across = scale(
    all.map(([a]) => a),
    x.log,
    box.left,
    box.width - box.right
  );
  const heights = all.map(([, b]) => b);
  // Bars are seen to their ends, but for those that reach far below all points.
  const ends = shown.flatMap(({bars = []}) => bars.flat());
  const least = Math.min(...heights) / 10;
  const along = scale(
    [...heights, ...ends.filter(end => !y.log || end >= least)],
    y.log,
    box.height - box.bottom,
    box.top
  );
  const inside = (value: number) => Math.min(box.height - box.bottom, Math.max(box.top, value));
  const marks = shown.map(({points, look, bars}) => {
    const places = points.map(([a, b]) => [across.at(a), inside(along.at(b))]);
    if (look !== "dots")
      return `<polyline fill="none" stroke="#1b1d22" stroke-width="1.5"${look === "dashed" ? ' stroke-dasharray="5,4"' : ""} points="${places.map(place => place.map(one => one.toFixed(1)).join(",")).join(" ")}"/>`;
    return places
      .map(([px, py], k) => {
        const bar = bars?.[k];
        const ends = bar?.map(end => inside(y.log && !(end > 0) ? box.height : along.at(end)));
        const rule = ends
          ? `<path d="M${px.toFixed(1)} ${ends[0].toFixed(1)}V${ends[1].toFixed(1)}" stroke="#0b6e99"/>`
          : "";
        return `${rule}<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="2" fill="#0b6e99"/>`;
      })
      .join("");
  });
  const text = (px: number, py: number, anchor: string, words: string) =>
    `<text x="${px.toFixed(1)}" y="${py.toFixed(1)}" text-anchor="${anchor}">${escaped(words)}</text>`;
  return [
    `<svg viewBox="0 0 ${box.width} ${box.height}" width="${box.width}" height="${box.height}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="9">`,
    `<path d="M${box.left} ${box.top}V${box.height - box.bottom}H${box.width - box.right}" fill="none" stroke="#888"/>`,
    ...across.ticks.map(tick =>
      text(across.at(tick), box.height - box.bottom + 12, "middle", digits(tick))
    ),
    ...along.ticks.map(tick => text(box.left - 5, along.at(tick) + 3, "end", digits(tick))),
    text(box.width - box.right, box.height - 6, "end", `${x.label} →`),
    text(4, 12, "start", `↑ ${y.label}`),
    ...marks,
    "</svg>"
  ].join("");
}

function scale(values: readonly number[], log: boolean | undefined, from: number, to: number) {
  const read = log ? Math.log10 : (x: number) => x;
  let [low, high] = [Math.min(...values.map(read)), Math.max(...values.map(read))];
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const write = (x: number) => (log ? 10 ** x : x);
  const ticks = [0, 1 / 3, 2 / 3, 1].map(share => write(low + share * (high - low)));
  return {ticks, at: (x: number) => from + ((read(x) - low) / (high - low)) * (to - from)};
}

/** Text as it stands in markup. */
export const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    c => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[c] as string
  );
