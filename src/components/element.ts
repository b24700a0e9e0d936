type Child = Node | string | null | undefined | false;

/**
 * An HTML element with attributes and children. Strings become text nodes, never markup, so text
 * from a URL or a query is always shown and never parsed.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | null | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value != null && value !== false)
      node.setAttribute(name, value === true ? "" : String(value));
  node.append(...children.filter((child): child is Node | string => Boolean(child)));
  return node;
}
