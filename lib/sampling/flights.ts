/** A row of `flights-10k.json` of vega-datasets: a flight within the United States, from January to March 2001. */
export interface Flight {
  /** Departure, `2001/01/14 21:55`. */
  readonly date: string;
  /** Of the arrival, in minutes; negative where it was early. */
  readonly delay: number;
  /** In miles. */
  readonly distance: number;
}

const minutesOfDay = 24 * 60;
/** Days before the first of the month, of January, February and March. */
const daysBefore = [0, 31, 59];

/**
 * Minutes from the beginning of the year to a departure.
 *
 * @throws RangeError on anything but a date of January to March
 */
export function minuteOf(date: string): number {
  const found = /^\d{4}\/0([1-3])\/(\d\d) (\d\d):(\d\d)$/.exec(date);
  if (!found)
    throw new RangeError(`date must be one like 2001/01/14 21:55, January to March; got ${date}`);
  const [month, day, hour, minute] = found.slice(1).map(Number);
  return (daysBefore[month - 1] + day - 1) * minutesOfDay + hour * 60 + minute;
}

/**
 * The times between successive departures, in units of their mean, cut into blocks: `count` gaps in each, one
 * more being left out before each but the first, as a block has a customer more than gaps.
 *
 * @throws RangeError where departures do not ascend
 */
export function gapBlocks(flights: readonly Flight[], count: number): Float64Array[] {
  const minutes = flights.map(({date}) => minuteOf(date));
  const gaps = minutes.slice(1).map((minute, k) => {
    if (minute < minutes[k])
      throw new RangeError(
        `departures must ascend; got ${flights[k + 1].date} after ${flights[k].date}`
      );
    return minute - minutes[k];
  });
  const mean = (minutes[minutes.length - 1] - minutes[0]) / gaps.length;
  const blocks = Math.floor((gaps.length + 1) / (count + 1));
  return Array.from({length: blocks}, (_, b) =>
    Float64Array.from({length: count}, (_, k) => gaps[b * (count + 1) + k] / mean)
  );
}
