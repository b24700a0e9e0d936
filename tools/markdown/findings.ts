import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {documents} from "../../claims/documents.js";
import {type Finding, findings} from "../../claims/findings/findings.js";
import type {Picture, Points} from "../../claims/findings/picture.js";
import type {EvidenceByKey} from "../claims/evidenceFile.js";
import {claimAnchor} from "./claimsTable.js";
import {escapeHtml, renderText} from "./renderText.js";
import {shownOf, withSignHtml} from "./shown.js";

/** A picture is drawn at this size, and shown at the width of its card. */
const [width, height] = [260, 124];

/**
 * The findings of the front page as HTML: each a card with a sentence, a picture of what decides it, the two
 * numbers that tell print from measurement, and the way to its page.
 *
 * @throws RangeError if the ledger has no such claim, or the picture does not show what the finding says
 */
export function findingsHtml(
  evidence: EvidenceByKey,
  chosen: readonly Finding[] = findings
): string {
  return `<ol class="front-findings">\n${chosen.map(each => cardOf(each, evidence)).join("")}</ol>\n`;
}

/** Framework parses every page several times, and a picture takes a while. */
const cards = new WeakMap<EvidenceByKey, Map<Finding, string>>();

function cardOf(finding: Finding, evidence: EvidenceByKey): string {
  const known = cards.get(evidence) ?? new Map<Finding, string>();
  cards.set(evidence, known);
  const html = known.get(finding) ?? card(finding, evidence);
  known.set(finding, html);
  return html;
}

function card({claim, sentence, apart, picture}: Finding, evidence: EvidenceByKey): string {
  const row = evidence[claim];
  if (!row) throw new RangeError(`claim of a finding must be one of the ledger; got ${claim}`);
  const drawn = picture(evidence);
  if (!drawn.differs)
    throw new RangeError(`${claim}: its picture must show “${apart}”, and does not`);
  const shown = shownOf(row);
  const {where, printed, measured} = drawn.at;
  const target = row.page
    ? `.${row.page}#${encodeURIComponent(row.id)}`
    : `./ledger#${claimAnchor(claim)}`;
  return (
    `<li class="front-finding" data-claim="${escapeHtml(claim)}" data-verdict="${escapeHtml(shown)}">\n` +
    `<a href="${escapeHtml(target)}"><p class="front-sentence">${renderText(sentence)}</p></a>\n` +
    `${pictureSvg(drawn)}\n` +
    `<p class="front-numbers"><span class="printed">printed <strong>${numberOf(printed)}</strong></span> ` +
    `<span class="measured">found <strong>${numberOf(measured)}</strong></span> </p>\n` +
    `<p class="front-place"><span class="front-apart">${escapeHtml(apart)}</span>; ${escapeHtml(`${drawn.y}, ${where}`)}</p>\n` +
    `<p class="front-place">${escapeHtml(`${nameOf(row.document)}, ${row.label}`)} ` +
    `<span class="front-verdict">${withSignHtml(shown)}</span></p>\n</li>\n`
  );
}

const nameOf = (id: string) => documents.find(document => document.id === id)?.name ?? id;

/** Three digits, as many as a glance takes in. */
function numberOf(x: number): string {
  const size = Math.abs(x);
  if (size >= 1e4) return `10<sup>${Math.floor(Math.log10(size))}</sup>`;
  const digits = size >= 100 ? x.toFixed(0) : Number(x.toPrecision(3)).toString();
  return digits.replace("-", "−");
}

const dot = (points: Points) => points.map(([x, y]) => ({x, y}));

/** Diamonds for what is printed, dots for what is measured, a line for what holds. */
function pictureSvg(picture: Picture): string {
  const {printed, measured, exact = [], logarithmic, names, within} = picture;
  const {document} = parseHTML("<!DOCTYPE html><html><body></body></html>");
  const many = measured.length > 30;
  const inside = (points: Points) =>
    within ? points.filter(([, y]) => y >= within[0] && y <= within[1]) : points;
  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft: 38,
    marginRight: 10,
    marginTop: 20,
    marginBottom: 32,
    x: names
      ? {
          domain: [-0.5, names.length - 0.5],
          ticks: names.map((_, k) => k),
          tickFormat: (k: number) => names[k],
          tickSize: 0,
          label: null
        }
      : {
          type: picture.spread ? "log" : "linear",
          ticks: picture.spread ? 2 : 4,
          tickFormat: picture.spread ? String : undefined,
          tickSize: 3,
          label: `${picture.x} →`,
          inset: 6
        },
    y: {
      type: logarithmic ? "log" : "linear",
      ticks: 3,
      tickSize: 3,
      tickFormat: logarithmic ? (y: number) => powerOf(y) : undefined,
      label: `↑ ${picture.y}`,
      domain: within && [...within],
      nice: !within
    },
    marks: [
      within ? Plot.ruleY([0], {stroke: "var(--rule)"}) : null,
      Plot.line(dot(inside(exact)), {x: "x", y: "y", stroke: "var(--exact)", strokeWidth: 1.6}),
      Plot.dot(dot(inside(measured)), {
        x: "x",
        y: "y",
        r: many ? 1.1 : 2.8,
        fill: "var(--measured)"
      }),
      Plot.dot(dot(inside(printed)), {
        x: "x",
        y: "y",
        r: 4,
        symbol: "diamond",
        stroke: "var(--printed)",
        strokeWidth: 1.6
      })
    ]
  } as Plot.PlotOptions);
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  svg.removeAttribute("class");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", described(picture));
  return svg.outerHTML;
}

const powerOf = (y: number): string => {
  const power = Math.log10(y);
  if (!Number.isInteger(power)) return "";
  return Math.abs(power) <= 1
    ? String(y)
    : `10${[...String(power)].map(c => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]).join("")}`;
};

/** What the picture shows, for those who cannot see it; the sentence above it and the numbers below it are text. */
function described({x, y, printed, names}: Picture): string {
  const over = names ? names.join(" and ") : x;
  const text = `${y} against ${over}: ${printed.length} printed values beside the measured ones`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
