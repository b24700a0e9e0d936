/** A piece of text in one font: words, italic letters of a formula, its upright signs; raised, lowered or neither. */
export interface Run {
  readonly text: string;
  readonly font: "words" | "italic" | "upright";
  readonly shift: -1 | 0 | 1;
}

const families = {
  words: undefined,
  italic: "KaTeX_Math, serif",
  upright: "KaTeX_Main, serif"
};

/** Size of what is raised or lowered, and how far, relative to the text. */
const [small, raise] = [0.74, 0.36];

/** The pieces of a text in which maths stands between dollar signs: `$λ_{max}$`, `$10^{−4}$`. */
export function runsOf(text: string): Run[] {
  return text
    .split("$")
    .flatMap((part, i) =>
      i % 2 ? mathsRuns(part) : part ? [{text: part, font: "words", shift: 0}] : []
    );
}

function mathsRuns(maths: string): Run[] {
  const runs: Run[] = [];
  const add = (text: string, shift: Run["shift"], name = false) => {
    // The micro sign, which keyboards have, is in no font of formulas.
    for (const letter of text.replaceAll("\u00b5", "μ")) {
      const font = !name && /[a-zA-Zα-ωϑϕ]/u.test(letter) ? "italic" : "upright";
      const last = runs.at(-1);
      if (last?.font === font && last.shift === shift)
        runs[runs.length - 1] = {...last, text: last.text + letter};
      else runs.push({text: letter, font, shift});
    }
  };
  const tokens = maths.matchAll(/([_^])(?:\{([^}]*)\}|(.))|\{([^}]*)\}|([^_^{}]+)/gu);
  for (const [, mark, braced, single, name, plain] of tokens) {
    const script = braced ?? single;
    // Several Latin letters are a name, and stand upright.
    if (mark) add(script, mark === "_" ? -1 : 1, /^[a-zA-Z]{2,}$/.test(script));
    else if (name) add(name, 0, true);
    else add(plain, 0);
  }
  return runs;
}

/** The text without its markup, as a table and a screen reader have it. */
export const plainText = (text: string): string =>
  runsOf(text)
    .map(run => (run.shift === 1 && /^\d+$/.test(run.text) ? superscript(run.text) : run.text))
    .join("");

const superscript = (digits: string) => [...digits].map(d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]).join("");

/** Sets a text in an SVG `<text>`: scripts are shifted by `dy`, which every reader of SVG knows. */
export function setText(node: SVGTextElement, text: string): void {
  const runs = runsOf(text);
  node.replaceChildren();
  let lowered = 0;
  for (const {text: piece, font, shift} of runs) {
    if (font === "words" && shift === 0 && lowered === 0) {
      node.append(piece);
      continue;
    }
    const span = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
    const dy = -shift * raise - lowered;
    lowered += dy;
    // Lengths in em are of the size of the piece itself.
    if (dy) span.setAttribute("dy", `${Math.round((100 * dy) / (shift ? small : 1)) / 100}em`);
    if (shift) span.setAttribute("font-size", `${100 * small}%`);
    if (families[font]) span.setAttribute("font-family", families[font]);
    if (font === "italic") span.setAttribute("font-style", "italic");
    if (font !== "words") span.setAttribute("font-weight", "400");
    span.textContent = piece;
    node.append(span);
  }
}

/** The text as nodes of a caption or a heading. */
export function textNodes(text: string): Node[] {
  return runsOf(text).map(({text: piece, font, shift}) => {
    if (font === "words") return document.createTextNode(piece);
    const node = document.createElement("span");
    node.className = `maths-${font}`;
    node.textContent = piece;
    if (!shift) return node;
    const script = document.createElement(shift < 0 ? "sub" : "sup");
    script.append(node);
    return script;
  });
}

/** Advances of the fonts, in hundredths of their size: of Inter at weight 600, and of KaTeX's italic and upright ones. */
const advances: Readonly<Record<Run["font"], Readonly<Record<number, string>>>> = {
  words: {
    27: " ijlI’",
    33: "!,.:·;'",
    37: "()/[\\]`t|1fr",
    47: "-^_{}–”",
    53: '"“*?√≤θ',
    57: "Laksxzη7Jc",
    61: "Fevy25Ebdhnopqu",
    66: "#3689g$&0BPRSTZΣ+4<=>~−×",
    74: "KACUVDXY",
    78: "GHNOQΩ",
    87: "w½↑m",
    100: "%@—→WM"
  },
  italic: {
    31: "itlιj",
    45: "bcIδζξτqr",
    50: "egszεθfopvyηνdkγρaυ",
    58: "hTVYκλuxJβπσnμ",
    66: "SωφψFPαχLUZ",
    74: "wCEABOR",
    84: "DHXGNQKm",
    96: "MW"
  },
  upright: {
    27: " ·!',.:;[]il|fj-`()rst",
    50: '"$*/0123456789\\^_ago{}~kqvxyJcez?',
    60: "SbdhnpuLZFPE",
    77: "&+<=>@KOQ−×≤ADHNUVXYBCTwΣΩRG",
    95: "%#m√∞←→MW"
  }
};
const widths = Object.fromEntries(
  Object.entries(advances).map(([font, groups]) => [
    font,
    new Map(
      Object.entries(groups).flatMap(([width, letters]) =>
        [...letters].map(letter => [letter, Number(width) / 100] as const)
      )
    )
  ])
) as Record<Run["font"], Map<string, number>>;

/** Width of a text in pixels, where there is no browser to ask: within some per cent of what one draws. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const {text: piece, font, shift} of runsOf(text))
    for (const letter of piece)
      width += (widths[font].get(letter) ?? 0.62) * (shift ? small : 1) * size;
  return width;
}
