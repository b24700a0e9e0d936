import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";

interface Font {
  /** Name of the file on the site, without `.woff2`. */
  readonly name: string;
  /** File in `node_modules`. */
  readonly file: string;
  /** The `@font-face` descriptors; KaTeX brings its own. */
  readonly face?: {family: string; weight: string; style: string};
  /** Wanted on the first screen of every page. */
  readonly preload?: boolean;
  /** Part of the style sheet: formulas of another font are of another size. */
  readonly inline?: boolean;
}

/**
 * A font of the text is fetched ahead, and taken where it is there at once: one that came later would move what is
 * being read.
 */
const variable = (family: string, name: string, style: "normal" | "italic"): Font => ({
  name: `${name}-${style}`,
  file: `@fontsource-variable/${name}/files/${name}-latin-wght-${style}.woff2`,
  face: {family, weight: "100 900", style},
  preload: true
});

const katexFonts = [
  "AMS-Regular",
  "Caligraphic-Regular",
  "Main-Bold",
  "Main-Italic",
  "Main-Regular",
  "Math-BoldItalic",
  "Math-Italic",
  "Size1-Regular",
  "Size2-Regular",
  "Size3-Regular",
  "Size4-Regular"
];

/** Every font of the site, all served from its own origin. */
export const fonts: readonly Font[] = [
  variable("Source Serif 4", "source-serif-4", "normal"),
  variable("Source Serif 4", "source-serif-4", "italic"),
  variable("Inter", "inter", "normal"),
  variable("JetBrains Mono", "jetbrains-mono", "normal"),
  ...katexFonts.map(name => ({
    name: `KaTeX_${name}`,
    file: `katex/dist/fonts/KaTeX_${name}.woff2`,
    inline: ["Main-Regular", "Math-Italic", "Size1-Regular"].includes(name)
  }))
];

/** The `<link>` elements that make Framework publish the fonts; only some are fetched ahead. */
export function fontLinks(): string {
  const files = fonts.filter(({inline}) => !inline);
  const links = files.map(({name, preload}) =>
    preload
      ? `<link rel="preload" as="font" type="font/woff2" crossorigin href="/fonts/${name}.woff2">`
      : `<link rel="noisefloor-font" href="/fonts/${name}.woff2">`
  );
  return [...links, `<link rel="stylesheet" href="/type.css">`, formulaScript].join("\n");
}

/**
 * Keeps the text back until the fonts of formulas are unpacked, which browsers do in the background even where they
 * are part of the style sheet: in another font formulas are of another width, and lines of text break elsewhere.
 * The style sheets before it are there when it runs. On a slow machine it takes some tenths of a second; after a
 * second the text comes anyway.
 */
const formulaScript = `<script>{
  const {classList} = document.documentElement;
  const show = () => classList.remove("unpacking");
  classList.add("unpacking");
  Promise.all(["1em KaTeX_Main", "italic 1em KaTeX_Math", "1em KaTeX_Size1"].map(font => document.fonts.load(font))).then(show, show);
  setTimeout(show, 1000);
}</script>`;

/**
 * The font faces and KaTeX's stylesheet with its fonts. Framework publishes a file under a name with
 * the first eight digits of its SHA-256 in a build and under its plain name in a preview; a style
 * sheet that is a file itself must therefore name its fonts as Framework will.
 */
export function typeStylesheet({built}: {built: boolean}): string {
  const url = (font: Font) =>
    font.inline
      ? `url(data:font/woff2;base64,${Buffer.from(bytesOf(font)).toString("base64")})`
      : `url(fonts/${font.name}${built ? `.${digest(font)}` : ""}.woff2)`;
  const faces = fonts.flatMap(font =>
    font.face
      ? `@font-face{font-family:"${font.face.family}";font-weight:${font.face.weight};` +
        `font-style:${font.face.style};font-display:optional;src:${url(font)} format("woff2")}`
      : []
  );
  const katex = readFileSync(join(root, "node_modules/katex/dist/katex.min.css"), "utf8").replace(
    /@font-face\{[^}]*?url\(fonts\/([\w-]+)\.woff2\)[^}]*\}/g,
    (face, name) => {
      const font = fonts.find(f => f.name === name);
      return font ? face.replace(/src:[^;}]*/, `src:${url(font)} format("woff2")`) : "";
    }
  );
  return `${faces.join("\n")}\n${katex}\n`;
}

/** What the loaders of the fonts and of their style sheet yield in a build, by path below `src/`. */
export function fontFiles(): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const font of fonts) if (!font.inline) files.set(`fonts/${font.name}.woff2`, bytesOf(font));
  return files.set("type.css", typeStylesheet({built: true}));
}

function digest(font: Font): string {
  return createHash("sha256").update(bytesOf(font)).digest("hex").slice(0, 8);
}

function bytesOf({file}: Font): Uint8Array {
  return readFileSync(join(root, "node_modules", file));
}
