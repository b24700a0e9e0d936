import {parseHTML} from "linkedom";

/** What is known of a page that others link to. */
export interface SharedPage {
  /** As its address has it: "noise/alignment", "" for the front page. */
  readonly path: string;
  readonly html: string;
  /** The public address of the site without a slash at its end; empty where none is named. */
  readonly url: string;
  /** The address of its picture, relative to the page. */
  readonly picture: string;
}

/** The most that a description has, in characters. */
const longest = 200;

/**
 * The elements of a page's head that say what it is to those who link to it or list it. Its address, and that of
 * its picture, are whole where the site's is known.
 */
export function sharingHead({path, html, url, picture}: SharedPage): string {
  const title = titleOf(html);
  const description = descriptionOf(html);
  const address = url && `${url}/${path}`;
  const meta = (kind: string, name: string, content: string) =>
    content && `<meta ${kind}="${name}" content="${attribute(content)}">`;
  return [
    meta("name", "description", description),
    address && `<link rel="canonical" href="${attribute(address)}">`,
    meta("property", "og:type", "article"),
    meta("property", "og:site_name", "noisefloor"),
    meta("property", "og:title", title),
    meta("property", "og:description", description),
    meta("property", "og:url", address),
    meta("property", "og:image", address ? new URL(picture, address).href : picture),
    meta("property", "og:image:alt", `${title}: the page's first figure`),
    meta("name", "twitter:card", "summary_large_image")
  ]
    .filter(Boolean)
    .join("\n");
}

/** A page's own title, without the site's, as text. */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  return plainText(title.replace(/ \| noisefloor$/, ""));
}

/** The question that a page opens with, else its first paragraph, cut between words. */
function descriptionOf(html: string): string {
  const main = html.slice(html.indexOf("<main"));
  const paragraph =
    /<p class="question">([\s\S]*?)<\/p>/.exec(main)?.[1] ??
    /<p>([\s\S]*?)<\/p>/.exec(main)?.[1] ??
    "";
  const text = plainText(paragraph);
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(" ", longest - 2))} …`;
}

function plainText(markup: string): string {
  const {document} = parseHTML(`<!DOCTYPE html><html><body>${markup}</body></html>`);
  // A formula is there twice, for the eye and for those who hear it.
  for (const node of document.querySelectorAll(".katex-mathml")) node.remove();
  return (document.body.textContent ?? "").replace(/\s+/g, " ").trim();
}

const attribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** A page with something at the end of its own footer, which is its last: forms of controls have footers too. */
export function intoFooter(html: string, addition: string): string {
  const end = html.lastIndexOf("</footer>");
  return end < 0 ? html : `${html.slice(0, end)}${addition}\n${html.slice(end)}`;
}

/** A sitemap of pages whose whole addresses are known. */
export function sitemap(url: string, paths: readonly string[]): string {
  const entries = paths.map(path => `<url><loc>${attribute(`${url}/${path}`)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}
