import type * as Plot from "@observablehq/plot";

/** A position in the picture, as an SVG path has it. */
export type At = (x: number, y: number) => string;

export interface Layer {
  /** SVG attributes of its paths. */
  readonly style: Readonly<Record<string, string | number>>;
  /** Drawn when a worker answers, not when a control moves. */
  readonly simulated?: boolean;
  /** May reach beyond the frame: dots on its edge are drawn whole. */
  readonly overhang?: boolean;
  /** Its name in the picture, in its colour, below the names of the layers before it. */
  readonly label?: string;
}

/** A picture for `figure` whose frame is drawn once for a width, and each layer as often as it changes. */
export interface Layers<Name extends string> {
  readonly draw: (width: number) => Element;
  /** Redraws a layer: the data of its paths, given where a point of the plot lies, and its name. */
  set(name: Name, paths: (at: At) => string | readonly string[], label?: string): void;
}

let count = 0;

/**
 * Layers over a plot of fixed scales, cut at its frame unless they overhang. Building a plot takes some ten milliseconds; setting a path, one:
 * pictures that follow a control frame by frame change their layers only.
 */
export function layers<Name extends string>(
  frame: (width: number) => ReturnType<typeof Plot.plot>,
  all: Readonly<Record<Name, Layer>>
): Layers<Name> {
  const names = Object.keys(all) as Name[];
  const contents = new Map<Name, {paths: Parameters<Layers<Name>["set"]>[1]; label?: string}>();
  let groups = new Map<Name, SVGGElement>();
  let texts = new Map<Name, SVGTextElement>();
  let at: At = () => "";

  const paint = (name: Name) => {
    const content = contents.get(name);
    const group = groups.get(name);
    if (!content || !group) return;
    const paths = [content.paths(at)].flat();
    while (group.childElementCount > paths.length) group.lastElementChild?.remove();
    while (group.childElementCount < paths.length) group.append(svg("path", {}));
    for (const [i, path] of paths.entries()) group.children[i].setAttribute("d", path);
    const text = texts.get(name);
    if (text && content.label !== undefined && text.textContent !== content.label)
      text.textContent = content.label;
  };

  return {
    draw: width => {
      const plot = frame(width);
      const [x, y] = [plot.scale("x"), plot.scale("y")];
      const number = (value: number) => Math.round(100 * value) / 100;
      at = (px, py) => `${number(x?.apply(px))},${number(y?.apply(py))}`;
      const [left, top] = [Math.min(...range(x)), Math.min(...range(y))];
      groups = new Map(
        names.map(name => [name, svg("g", {...all[name].style, ...marker(all[name])})])
      );
      texts = new Map(
        names
          .filter(name => all[name].label !== undefined)
          .map((name, i) => [
            name,
            svg(
              "text",
              {
                x: left + 8,
                y: top + 17 + 18 * i,
                ...marker(all[name]),
                "text-anchor": "start",
                "font-size": 13,
                "font-weight": 600,
                fill: all[name].style.stroke ?? all[name].style.fill,
                stroke: "var(--paper)",
                "stroke-width": 4,
                "stroke-linejoin": "round",
                "paint-order": "stroke"
              },
              all[name].label
            )
          ])
      );
      const id = `layers-${++count}`;
      const clip = svg("clipPath", {id});
      const [across, along] = [range(x), range(y)].map(ends => Math.abs(ends[1] - ends[0]));
      clip.append(svg("rect", {x: left, y: top, width: across, height: along}));
      const inside = svg("g", {"clip-path": `url(#${id})`});
      plot.append(clip, inside);
      for (const [name, group] of groups) (all[name].overhang ? plot : inside).append(group);
      plot.append(...texts.values());
      for (const name of names) paint(name);
      return plot;
    },
    set: (name, paths, label) => {
      contents.set(name, {paths, label});
      paint(name);
    }
  };
}

const marker = ({simulated}: Layer) => (simulated ? {"data-simulated": ""} : undefined);

function range(scale: Plot.Scale | undefined): number[] {
  return (scale?.range as number[] | undefined) ?? [0, 0];
}

function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
  text = ""
): SVGElementTagNameMap[K] {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  if (text) node.textContent = text;
  return node;
}

/** A line through points. */
export const polyline = (points: readonly (readonly [number, number])[]) => (at: At) =>
  points.length ? `M${points.map(([x, y]) => at(x, y)).join("L")}` : "";

/** Dots of the stroke's width, with `stroke-linecap: round`: a thousand of them are one path. */
export const dots = (points: Iterable<readonly number[]>) => (at: At) => {
  let path = "";
  for (const [x, y] of points) path += `M${at(x, y)}h0`;
  return path;
};
