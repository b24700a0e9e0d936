import {readFileSync} from "node:fs";
import {join} from "node:path";
import {initWasm, Resvg} from "@resvg/resvg-wasm";
import {drawnIn} from "../../src/components/drawnIn.js";
import {escapeHtml} from "../markdown/renderText.js";
import {root} from "../root.js";

/** Size of a preview's picture in pixels, as services that show links ask for it. */
const [width, height] = [1200, 630];
const margin = 48;
/** Where the figure stands, below the title. */
const top = 130;

const folder = join(root, "node_modules/katex/dist/fonts");

/** KaTeX has its fonts unpacked; what the first has no glyph for is taken from the others. */
const fonts = ["SansSerif-Regular", "SansSerif-Bold", "Main-Regular", "Main-Bold", "AMS-Regular"];

/** Draws the picture that stands for a page where it is linked: its title, and its opening figure if it has one. */
export async function previewPictures(): Promise<
  (title: string, figure: string | null) => Uint8Array
> {
  await (ready ??= initWasm(
    readFileSync(join(root, "node_modules/@resvg/resvg-wasm/index_bg.wasm"))
  ));
  const colours = lightColours(readFileSync(join(root, "src/style/tokens.css"), "utf8"));
  const fontBuffers = fonts.map(
    name => new Uint8Array(readFileSync(join(folder, `KaTeX_${name}.ttf`)))
  );
  const font = {
    fontBuffers,
    defaultFontFamily: "KaTeX_SansSerif",
    sansSerifFamily: "KaTeX_SansSerif"
  };
  return (title, figure) => {
    const image = new Resvg(withColours(card(title, figure), colours), {font});
    let drawn: Uint8Array;
    try {
      drawn = image.render().asPng();
    } catch (error) {
      // Where drawing has ended badly nothing can be freed either: that error would hide this one.
      throw new Error(`the opening figure of “${title}” cannot be drawn as a picture: ${error}`);
    }
    image.free();
    return drawn;
  };
}

let ready: Promise<unknown> | undefined;

function card(title: string, figure: string | null): string {
  const room = {x: margin, y: top, width: width - 2 * margin, height: height - top - margin};
  const picture = figure
    ? `<g font-family="KaTeX_SansSerif" font-size="12">${raised(placed(figure, room))}</g>`
    : "";
  const heading = (y: number, size: number, weight: string, colour: string, text: string) =>
    `<text x="${margin}" y="${y}" font-family="KaTeX_SansSerif" font-weight="${weight}" font-size="${size}" fill="var(${colour})">${text}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" color="var(--ink)">
<rect width="${width}" height="${height}" fill="var(--paper)"/>
${heading(62, 22, "400", "--quiet", "noisefloor")}
${heading(106, 40, "700", "--ink", escapeHtml(title))}
${picture}
</svg>`;
}

/** An `<svg>` of its own size, as large as there is room. */
function placed(
  figure: string,
  room: Readonly<Record<"x" | "y" | "width" | "height", number>>
): string {
  const [start] = /^<svg\b[^>]*>/.exec(figure) ?? [""];
  const number = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(start)?.[1]);
  const box =
    /\sviewBox="([^"]*)"/.exec(start)?.[1] ?? `0 0 ${number("width")} ${number("height")}`;
  const attributes = Object.entries({...room, viewBox: box, preserveAspectRatio: "xMidYMid meet"})
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
  const others = start
    .slice(4, -1)
    .replace(/\s(?:x|y|width|height|viewBox|style|class)="[^"]*"/g, "");
  const [, , wide = width, high = height] = box.split(/[\s,]+/).map(Number);
  const inner = figure
    .slice(start.length)
    .replace(/(\sd=")([^"]*)/g, (_, name, path) => name + drawnIn(path, wide, high));
  return `<svg ${attributes}${others}>${inner}`;
}

function lightColours(css: string): ReadonlyMap<string, string> {
  const [light] = /:root \{[^}]*\}/.exec(css) ?? [""];
  return new Map(
    [...light.matchAll(/(--[\w-]+): (#[\da-f]+);/g)].map(([, name, value]) => [name, value])
  );
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const plain = "0123456789+−";

/** Raised digits as what the fonts have: smaller ones, higher up. */
const raised = (svg: string) =>
  svg.replace(
    new RegExp(`[${superscripts}]+`, "g"),
    digits =>
      `<tspan baseline-shift="35%" font-size="75%">${[...digits].map(digit => plain[superscripts.indexOf(digit)]).join("")}</tspan>`
  );

/** The picture with what the style sheet would say of its colours; a name that it has not is left to fail. */
function withColours(svg: string, colours: ReadonlyMap<string, string>): string {
  return svg.replace(/var\((--[\w-]+)\)/g, (found, name) => colours.get(name) ?? found);
}

/** The first picture of a page's first figure that is drawn as SVG. */
export function openingFigure(html: string): string | null {
  const start = /<figure\b[\s\S]*?(<svg\b[^>]*\srole="img")/.exec(html);
  if (!start) return null;
  const from = start.index + start[0].length - start[1].length;
  const tags = /<(\/?)svg\b[^>]*>/g;
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.slice(from, tags.lastIndex);
  }
  return null;
}
