import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";

/** How long one call took: a line of `docs/costs.tsv`, which `tools/bench/writeCosts.ts` writes. */
export interface Cost {
  readonly d: number;
  /** Rows of the table that it was given, where it takes one. */
  readonly rows?: number;
  readonly seconds: number;
}

/** The measured costs of every function, by name, orders ascending. */
export function costs(
  text = readFileSync(join(root, "docs/costs.tsv"), "utf8")
): Map<string, readonly Cost[]> {
  const found = new Map<string, readonly Cost[]>();
  for (const line of text.trim().split("\n").slice(1)) {
    const [name, d, rows, seconds] = line.split("\t");
    const cost = {d: Number(d), seconds: Number(seconds), ...(rows ? {rows: Number(rows)} : {})};
    found.set(name, [...(found.get(name) ?? []), cost]);
  }
  return found;
}

/** A table of what a call costs, and how that grows; empty where nothing was measured. */
export function costHtml(name: string, measured = costs()): string {
  const own = measured.get(name) ?? [];
  if (own.length === 0) return "";
  const hasRows = own.some(({rows}) => rows !== undefined);
  const head = ["parameters d", ...(hasRows ? ["rows n"] : []), "seconds"];
  const cells = ({d, rows, seconds}: Cost) => [
    String(d),
    ...(hasRows ? [String(rows)] : []),
    secondsText(seconds)
  ];
  return (
    `<p>${limitText(own)}</p>\n<table>\n<thead><tr>${head.map(text => `<th scope="col">${text}</th>`).join("")}</tr></thead>\n<tbody>\n` +
    own
      .map(
        cost =>
          `<tr>${cells(cost)
            .map(text => `<td>${text}</td>`)
            .join("")}</tr>\n`
      )
      .join("") +
    "</tbody>\n</table>\n"
  );
}

/** Up to where a call is worth waiting for, from the two largest that were measured. */
function limitText(own: readonly Cost[]): string {
  const once = "One call on one core of an ordinary server, measured.";
  const [before, last] = own.slice(-2);
  if (own.length < 2 || last.seconds < 1e-3) return once;
  const power = Math.log(last.seconds / before.seconds) / Math.log(last.d / before.d);
  if (!(power > 0.5)) return once;
  const minute = last.d * (60 / last.seconds) ** (1 / power);
  return `${once} The last two grow as d to the power ${power.toFixed(1)}: a minute is reached near d = ${Number(minute.toPrecision(1))}.`;
}

/** Two digits, without an exponent down to a tenth of a millisecond. */
const secondsText = (seconds: number): string =>
  seconds < 1e-4 ? "below 0.0001" : String(Number(seconds.toPrecision(2)));
