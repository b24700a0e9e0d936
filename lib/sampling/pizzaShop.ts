import {csvTable} from "./csvTable.js";
import {type Demand, type Logistic, logisticDemand, recordedDemand} from "./demand.js";
import {type Newsvendor, newsvendor, type Product} from "./newsvendor.js";

/** The menu's categories, in the order of the products. */
export const categories = ["Classic", "Specialty", "Vegetarian"] as const;

/** Days of the week, each a kind of day. */
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What a shop sold in a year, by day. */
export interface ShopYear {
  /** 0 for Monday. */
  readonly weekday: readonly number[];
  /** Pizzas of each category, in hundreds. */
  readonly sold: readonly (readonly number[])[];
  /** Average price of a pizza of each category, weighted by what was sold, in dollars. */
  readonly prices: readonly number[];
}

/**
 * The orders of one year from `pizza.csv` of `@observablehq/sample-datasets`, summed over the pizzas of a category:
 * "Pizza Paradise", an example that Observable wrote down for its own lessons.
 *
 * @throws RangeError where the file has no day of that year
 * @example shopYear(csv, 2022).sold.length // 365
 */
export function shopYear(csv: string, year: number): ShopYear {
  const columns = ["order_date", "day_of_week", "category", "price", "orders"];
  const rows = csvTable(csv, columns).filter(([date]) => date.startsWith(`${year}-`));
  if (rows.length === 0) throw new RangeError(`year must be one of the file; got ${year}`);
  const days = new Map<string, {weekday: number; sold: number[]}>();
  const revenue = categories.map(() => 0);
  const pizzas = categories.map(() => 0);
  for (const [date, weekday, category, price, orders] of rows) {
    const i = categories.findIndex(name => name.startsWith(category));
    const day = days.get(date) ?? {
      weekday: weekdays.indexOf(weekday),
      sold: categories.map(() => 0)
    };
    days.set(date, day);
    day.sold[i] += Number(orders) / 100;
    pizzas[i] += Number(orders);
    revenue[i] += Number(price) * Number(orders);
  }
  const inOrder = [...days.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
  return {
    weekday: inOrder.map(({weekday}) => weekday),
    sold: inOrder.map(({sold}) => sold),
    prices: revenue.map((sum, i) => sum / pizzas[i])
  };
}

/** √3/π: the scale of a logistic law of standard deviation 1. */
const scaleOfUnit = 0.5513288954217921;

/** A logistic law for each weekday and category, of the mean and the standard deviation (1/(n − 1)) that they had. */
export function weekdayLaws({weekday, sold}: ShopYear): Logistic[][] {
  return weekdays.map((_, k) =>
    categories.map((_, i) => {
      const values = sold.filter((_, t) => weekday[t] === k).map(day => day[i]);
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
      return {
        location: mean,
        scale: scaleOfUnit * Math.sqrt(squares / (values.length - 1))
      };
    })
  );
}

/**
 * How demand is drawn: from the laws of the weekdays, or as a recorded day of the year, or of its last week, all
 * products together.
 */
export type ShopDemand = (typeof shopDemands)[number];
export const shopDemands = ["laws", "days", "one week"] as const;

const week = 7;

export const demandOf = (year: ShopYear, kind: ShopDemand): Demand =>
  kind === "laws"
    ? logisticDemand(weekdayLaws(year))
    : recordedDemand(kind === "days" ? year.sold : year.sold.slice(-week));

/** The shop's costs, which are invented. */
export interface ShopCosts {
  /** Ingredients as a share of the price: lost on a pizza left over; the rest is lost on one that is missing. */
  readonly ingredients: number;
  /** The day's total as a share of the mean demand: what the oven allows. */
  readonly capacity: number;
}

/** p = (1 − s) times the price and h = s times the price, s the share of the ingredients; each takes as much of the oven. */
export const productsOf = (year: ShopYear, {ingredients}: ShopCosts): Product[] =>
  year.prices.map(price => ({
    underage: price * (1 - ingredients),
    overage: price * ingredients,
    cost: 1
  }));

/** The length of the interval whose uniform law has the variance (1/n) that a category's demand had over the year. */
export function widthOf({sold}: ShopYear, i: number): number {
  const mean = sold.reduce((sum, day) => sum + day[i], 0) / sold.length;
  const squares = sold.reduce((sum, day) => sum + (day[i] - mean) * (day[i] - mean), 0);
  return Math.sqrt((12 * squares) / sold.length);
}

/**
 * How many pizzas of each category to prepare, hundreds, when their sum is given. Costs in hundreds of dollars per
 * day.
 */
export function pizzaShop(year: ShopYear, kind: ShopDemand, costs: ShopCosts): Newsvendor {
  const demand = demandOf(year, kind);
  const mean = categories.reduce((sum, _, i) => sum + demand.mean(i), 0);
  return newsvendor(productsOf(year, costs), demand, costs.capacity * mean);
}
