import {plainly} from "./measure.js";
import {isMeanZero} from "./quadratic.js";
import type {Sample} from "./sample.js";
import type {Measure, NoiseNumbers, NoiseQuestion} from "./types.js";

/**
 * The report's first line: the critical batch with its interval, where the reader's own batch stands, and how
 * few directions carry the noise; or what cannot be told, and how many rows it would take.
 */
export function sentenceOf(
  numbers: NoiseNumbers,
  sample: Sample,
  {run}: Pick<NoiseQuestion, "run">
): string {
  const {noiseScale} = numbers;
  if (numbers.largestEigenvalue.value === 0)
    return "All rows are equal: there is no noise, and no batch is too small.";
  const batch = isMeanZero(sample, numbers.trace)
    ? atMinimum(sample)
    : batchPart(noiseScale, numbers.meanNormSquared, run?.batchSize);
  return `${batch}; ${directionsPart(numbers, sample)}.`;
}

/** Rows whose mean is zero to rounding were taken where it vanishes: of their own mean they show nothing. */
const atMinimum = ({whole, exactMean}: Sample): string =>
  whole || exactMean
    ? "The mean gradient is zero, so no batch is critical and noise alone moves the parameters"
    : "The mean of these rows is zero, as at the minimum of their own loss, where there is no critical batch and noise alone moves the parameters";

function batchPart(scale: Measure, mean: Measure, b: number | undefined): string {
  if (scale.value === null && mean.standardError === 0)
    return "The mean gradient is zero, so no batch is critical and noise alone moves the parameters";
  const own = b === undefined ? undefined : `b = ${b}`;
  if (scale.value === null && !scale.low)
    return `The mean gradient is lost in the noise, and these rows set no bound on the critical batch${own ? `: ${own} may be on either side of it` : ""}`;
  if (scale.value === null)
    return own
      ? `${besideBound(own, b as number, scale.low as number)}; the mean gradient is lost in the noise, and these rows cannot say how far above`
      : `The mean gradient is lost in the noise: the critical batch is above ${plainly(scale.low as number)}, and these rows cannot say by how much`;
  if (scale.high === null) {
    const end = `the upper end is not known: ${rowsIn(scale.reason)}`;
    const perhaps = plainly(scale.value);
    if (!scale.low)
      return `${own ? `${own} is perhaps ${plainly((b as number) / scale.value)} of the critical batch, ${perhaps}` : `The critical batch is perhaps ${perhaps}`}, but neither end of the interval is known: ${rowsIn(scale.reason)}`;
    return own
      ? `${besideBound(own, b as number, scale.low as number)}, perhaps ${perhaps}, but ${end}`
      : `The critical batch is above ${plainly(scale.low)}, perhaps ${perhaps}, but ${end}`;
  }
  const exact = scale.standardError === 0;
  const interval = exact ? "" : ` (${plainly(scale.low ?? 0)} to ${plainly(scale.high)})`;
  return b === undefined
    ? `The critical batch is ${plainly(scale.value)}${interval}`
    : `b = ${b} is ${plainly(b / scale.value)} of the critical batch ${plainly(scale.value)}${interval}`;
}

/** Where a batch of b stands beside a critical one of which the lower end alone is known. */
const besideBound = (own: string, b: number, low: number): string =>
  b <= low
    ? `${own} is at most ${plainly(b / low)} of the critical batch, which is above ${plainly(low)}`
    : `${own} may be on either side of the critical batch, which is above ${plainly(low)}`;

const rowsIn = (reason: string | undefined): string =>
  /about .* rows/.exec(reason ?? "")?.[0].concat(" would show it") ?? "more rows would show it";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function directionsPart({spectrum, parameters, trace}: NoiseNumbers, {n}: Sample): string {
  const all = spectrum.values.reduce((sum, x) => sum + x, 0);
  const total = spectrum.values.length < Math.min(n, parameters) ? (trace.value ?? all) : all;
  let [sum, count] = [0, 0];
  while (sum < 0.8 * total && count < spectrum.values.length) sum += spectrum.values[count++];
  const share = Math.round((100 * sum) / total);
  const name = words[count] ?? String(count);
  const whole = count === 1 ? "direction carries" : "directions carry";
  return `${name} ${whole} ${share} % of the noise${n <= parameters ? ` that ${n} rows show` : ""}`;
}
