import {type Axis, isOfPoints, type Mark, type Panel, type Series, shapeOf} from "./declaration.js";
import {textWidth} from "./text.js";

type Ends = readonly [number, number];

/** The ends of a panel's frame along an axis: those declared, else those of its marks with some room. */
export function domainOf(axis: Axis, panel: Panel, along: "x" | "y"): Ends {
  if (axis.domain) return axis.domain;
  const values = panel.series
    .flatMap(series => series.marks.flatMap(mark => valuesOf(series, mark, along, axis)))
    .filter(value => Number.isFinite(value) && (axis.scale !== "log" || value > 0));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!(low <= high))
    throw new RangeError(`${axis.column}: an axis without a domain needs a mark; got none`);
  if (axis.scale === "log") {
    const room = (high / low) ** 0.04 || 1;
    return low === high ? [low / 2, high * 2] : [low / room, high * room];
  }
  const room = 0.05 * (high - low || Math.abs(high) || 1);
  // What begins at zero begins there.
  return [low >= 0 && low <= 3 * room ? 0 : low - room, high + room];
}

function valuesOf(series: Series, mark: Mark, along: "x" | "y", {scale}: Axis): number[] {
  const {x, y, low, high, standardError = 0} = mark;
  // Where a bar nears zero a logarithmic frame would have to hold any number of decades.
  const bar = (scale === "log" ? 1 : 1.96) * standardError;
  const ends = (shapeOf(series) === "spans") === (along === "x") ? [low, high] : [];
  const values =
    along === "x" ? [x, ...ends] : [...ends, ...(y === undefined ? [] : [y - bar, y + bar])];
  return values.filter(value => value !== undefined);
}

/** Where ticks stand, and what is written there. */
export function ticksOf(axis: Axis, [low, high]: Ends, pixels: number, along: "x" | "y") {
  const asked = axis.ticks ?? (along === "x" ? 6 : 5);
  const room = along === "x" ? 42 : 34;
  const most = Math.max(2, Math.floor(pixels / room));
  const values = axis.names
    ? [...axis.names.keys()]
    : Array.isArray(asked)
      ? [...(asked as readonly number[])].filter(value => value >= low && value <= high)
      : axis.scale === "log"
        ? logTicks(low, high, most)
        : linearTicks(low, high, Math.min(most, asked as number));
  const format = formatOf(axis, [low, high], decimalsOf(axis, values));
  const wide = along === "x" ? Math.max(...values.map(v => textWidth(format(v), 12)), 20) + 12 : 20;
  // Names stand in for no others.
  const fit = axis.names ? values.length : Math.max(2, Math.floor(pixels / wide));
  const every = Math.ceil(values.length / fit);
  return {values: values.filter((_, k) => k % every === 0), format};
}

function linearTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find(times => times * power >= rough * 0.99) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, k) =>
    Number(((first + k) * step).toPrecision(12))
  );
}

function logTicks(low: number, high: number, count: number): number[] {
  const [from, to] = [Math.log10(low), Math.log10(high)].map(x => Math.round(1e9 * x) / 1e9);
  const decades = to - from;
  const digits = decades > 2 ? [1] : decades > 0.9 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];
  const stride = decades > 2 ? Math.max(1, Math.ceil(decades / count)) : 1;
  const values: number[] = [];
  for (let k = Math.floor(from); k <= to; k += 1)
    for (const digit of digits) {
      const value = digit * 10 ** k;
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) && k % stride === 0)
        values.push(Number(value.toPrecision(12)));
    }
  return values;
}

/** How a value of an axis is written, its decimals being those of all ticks: maths stands between dollar signs. */
export function formatOf(
  {scale, format, names, ticks}: Axis,
  [low, high]: Ends,
  decimals?: number
): (value: number) => string {
  if (names) return value => names[Math.round(value)] ?? "";
  // Beyond two decades the ticks are powers of ten unless they are given.
  const most = Array.isArray(ticks) ? 999 : 100;
  const powers = format === "power" || (!format && scale === "log" && high / low > most);
  if (powers) return power;
  if (format === "percent") return value => `${plain(100 * value, decimals)}\u2009%`;
  return value => plain(value, decimals);
}

/** Decimals that every tick of a linear axis has, as many as the finest needs; on other axes each has its own. */
function decimalsOf({scale, format}: Axis, values: readonly number[]): number | undefined {
  if (scale === "log") return undefined;
  const shown = values.map(value =>
    String(Number(((format === "percent" ? 100 : 1) * value).toPrecision(6)))
  );
  return Math.max(
    ...shown.map(text => (text.includes("e") ? 0 : (text.split(".")[1]?.length ?? 0)))
  );
}

function power(value: number): string {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const factor = Number((value / 10 ** exponent).toPrecision(3));
  const raised = `10^{${String(exponent).replace("-", "−")}}`;
  return `$${factor === 1 ? raised : `${factor}·${raised}`}$`;
}

function plain(value: number, decimals?: number): string {
  const short = Number(value.toPrecision(6));
  const text = decimals === undefined || value === 0 ? String(short) : short.toFixed(decimals);
  if (/e/.test(text)) return power(value);
  const [digits, fraction] = text.replace("-", "−").split(".");
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, "\u2009") : digits;
  return fraction ? `${grouped}.${fraction}` : grouped;
}

/** Whether a mark can be seen in a frame; a line is drawn as far as the frame goes. */
export function within(panel: Panel["series"][number], mark: Mark, x: Ends, y: Ends): boolean {
  if (!isOfPoints(panel)) return true;
  const {x: px = x[0], y: py = y[0]} = mark;
  const [xs, ys] = [1e-9 * (x[1] - x[0]), 1e-9 * (y[1] - y[0])];
  return px >= x[0] - xs && px <= x[1] + xs && py >= y[0] - ys && py <= y[1] + ys;
}
