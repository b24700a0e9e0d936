import type {At} from "./layers.js";

/** Names of lines that follow them as they move. */
export interface MovingLabels {
  /** Puts the labels into a picture that was drawn anew. */
  attach(plot: Element): void;
  /** Moves each to a point of the plot; one without a point is hidden. */
  place(at: At, points: Readonly<Record<string, readonly [number, number] | undefined>>): void;
}

/** One label per name, a little above the point that it stands at. */
export function movingLabels(names: readonly string[]): MovingLabels {
  const positions = new Map<string, string>();
  let nodes = new Map<string, SVGTextElement>();
  const move = () => {
    for (const [name, node] of nodes) {
      const position = positions.get(name);
      node.setAttribute("visibility", position ? "visible" : "hidden");
      if (position) node.setAttribute("transform", `translate(${position})`);
    }
  };
  return {
    attach: plot => {
      nodes = new Map(
        names.map(name => {
          const node = document.createElementNS("http://www.w3.org/2000/svg", "text");
          const attributes = {
            "text-anchor": "start",
            dx: 2,
            dy: -8,
            "font-size": 13,
            "font-weight": 600,
            fill: "var(--exact)",
            stroke: "var(--paper)",
            "stroke-width": 4,
            "stroke-linejoin": "round",
            "paint-order": "stroke"
          };
          for (const [key, value] of Object.entries(attributes))
            node.setAttribute(key, String(value));
          node.textContent = name;
          return [name, node];
        })
      );
      plot.append(...nodes.values());
      move();
    },
    place: (at, points) => {
      positions.clear();
      for (const [name, point] of Object.entries(points))
        if (point) positions.set(name, at(point[0], point[1]));
      move();
    }
  };
}
