import type {HtmlTag} from "./htmlTags.js";

const LOADING = ["src", "srcset", "href", "xlink:href", "data", "poster"];
const LINKS = new Set(["a", "area"]);

/** The addresses off the site's origin that a tag would load as the page opens. */
export function foreignLoads({name, attributes}: Pick<HtmlTag, "name" | "attributes">): string[] {
  if (LINKS.has(name)) return [];
  return LOADING.flatMap(key => {
    const value = attributes.get(key);
    if (value === undefined) return [];
    const addresses = key === "srcset" ? value.split(",").map(part => part.trim()) : [value];
    return addresses.filter(isForeign);
  });
}

/** Whether an address has a host of its own. */
export function isForeign(address: string): boolean {
  return /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address);
}
