import type {HtmlTag} from "./htmlTags.js";

const LOADING = ["src", "srcset", "href", "xlink:href", "data", "poster"];
/** An address in CSS: of `url(…)`, or of an `@import`. */
const ADDRESS = /(?:\burl\(\s*["']?|@import\s+["'])([^"')\s]+)/gi;
const LINKS = new Set(["a", "area"]);

/** The addresses off the site's origin that a tag would load as the page opens. */
export function foreignLoads({
  name,
  attributes,
  css = attributes.get("style") ?? ""
}: Pick<HtmlTag, "name" | "attributes" | "css">): string[] {
  const styles = [...css.matchAll(ADDRESS)].map(([, address]) => address).filter(isForeign);
  if (LINKS.has(name)) return styles;
  const loads = LOADING.flatMap(key => {
    const value = attributes.get(key);
    if (value === undefined) return [];
    const addresses = key === "srcset" ? value.split(",").map(part => part.trim()) : [value];
    return addresses.filter(isForeign);
  });
  return [...loads, ...styles];
}

/** Whether an address has a host of its own. */
export function isForeign(address: string): boolean {
  return /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address);
}
