import {setText, textWidth} from "./chart/text.js";
import {drawnIn} from "./drawnIn.js";

/** What stands below an exported picture. */
export interface Imprint {
  /** Maths stands between dollar signs. */
  readonly title: string;
  /** Where the figure is to be found. */
  readonly address: string;
}

const namespace = "http://www.w3.org/2000/svg";

/** Room around an exported picture, and below it for title and address, in pixels. */
const [margin, foot] = [16, 52];

/**
 * A picture as a file of its own: all its panels where they stand on the page, in the colours of the light theme, with the
 * fonts that it uses, and below it its title and where it is to be found.
 */
export async function exportSvg(picture: Element, {title, address}: Imprint): Promise<string> {
  const origin = picture.getBoundingClientRect();
  const whole = document.createElementNS(namespace, "svg");
  let [width, height] = [0, 0];
  for (const part of picture.querySelectorAll<SVGSVGElement | HTMLCanvasElement>("svg, canvas")) {
    const box = part.getBoundingClientRect();
    if (box.width === 0 || part.parentElement?.closest("svg")) continue;
    const [x, y] = [box.left - origin.left + margin, box.top - origin.top + margin];
    const copy = part instanceof SVGSVGElement ? clone(part) : imageOf(part);
    for (const [name, value] of Object.entries({x, y, width: box.width, height: box.height}))
      copy.setAttribute(name, String(Math.round(value * 100) / 100));
    for (const path of copy.querySelectorAll("path[d]"))
      path.setAttribute("d", drawnIn(path.getAttribute("d") ?? "", box.width, box.height));
    whole.append(copy);
    width = Math.max(width, x + box.width + margin);
    height = Math.max(height, y + box.height);
  }
  height += foot;
  const words = [
    {text: title, y: height - 28, size: 13, weight: 600},
    {text: address, y: height - 11, size: 11, weight: 400}
  ];
  for (const {text, y, size, weight} of words) {
    const node = document.createElementNS(namespace, "text");
    const look = {x: margin, y, "font-size": size, "font-weight": weight};
    for (const [name, value] of Object.entries(look)) node.setAttribute(name, String(value));
    setText(node, text);
    whole.append(node);
    // A title may be longer than a picture on a phone is wide.
    width = Math.max(width, textWidth(text, size) + 2 * margin);
  }
  const background = document.createElementNS(namespace, "rect");
  for (const [name, value] of Object.entries({width, height, fill: "var(--paper)"}))
    background.setAttribute(name, String(value));
  whole.prepend(background);
  const root = {
    xmlns: namespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    fill: "var(--ink)",
    color: "var(--ink)",
    "font-family": "Inter, sans-serif",
    "font-size": 12
  };
  for (const [name, value] of Object.entries(root)) whole.setAttribute(name, String(value));
  const style = document.createElementNS(namespace, "style");
  whole.prepend(style);
  style.textContent = await embeddedFonts(whole);
  return withLightColours(new XMLSerializer().serializeToString(whole));
}

function clone(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  for (const node of copy.querySelectorAll(".ring")) node.remove();
  copy.removeAttribute("class");
  return copy;
}

function imageOf(canvas: HTMLCanvasElement): SVGImageElement {
  const image = document.createElementNS(namespace, "image");
  image.setAttribute("href", canvas.toDataURL());
  return image;
}

/** Rules of the page's style sheets that stand under no condition. */
function* plainRules(): Generator<CSSRule> {
  for (const sheet of document.styleSheets) yield* sheet.cssRules;
}

/** A picture whose colours are those of the style sheet's light theme; a name that it has not is left. */
function withLightColours(text: string): string {
  const colours = new Map<string, string>();
  for (const rule of plainRules())
    if (rule instanceof CSSStyleRule && rule.selectorText === ":root")
      for (const name of rule.style)
        if (name.startsWith("--")) colours.set(name, rule.style.getPropertyValue(name).trim());
  return text.replace(/var\((--[\w-]+)\)/g, (found, name) => colours.get(name) ?? found);
}

/** The page's font faces that a picture names, with the fonts in them. */
async function embeddedFonts(picture: Element): Promise<string> {
  const named = new XMLSerializer().serializeToString(picture);
  const faces: string[] = [];
  for (const rule of plainRules()) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    const property = (name: string) => rule.style.getPropertyValue(name);
    const family = property("font-family").replace(/["']/g, "");
    // Upright and regular, or italic: what pictures are set in.
    const used =
      family === "Inter" ||
      (family === "KaTeX_Math" && property("font-weight") !== "700") ||
      (family === "KaTeX_Main" &&
        property("font-weight") !== "700" &&
        property("font-style") !== "italic");
    const source = /url\("?([^")]+)"?\)/.exec(property("src"))?.[1];
    if (!used || !source || !named.includes(family)) continue;
    const address = new URL(source, rule.parentStyleSheet?.href ?? location.href).href;
    faces.push(
      `@font-face{font-family:"${family}";font-style:${property("font-style") || "normal"};font-weight:${property("font-weight") || "400"};src:url(${await dataAddress(address)}) format("woff2")}`
    );
  }
  return faces.join("\n");
}

async function dataAddress(address: string): Promise<string> {
  if (address.startsWith("data:")) return address;
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let text = "";
  for (let k = 0; k < bytes.length; k += 8192)
    text += String.fromCharCode(...bytes.subarray(k, k + 8192));
  return `data:font/woff2;base64,${btoa(text)}`;
}
