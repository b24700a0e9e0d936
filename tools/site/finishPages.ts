import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {restoreFormulas} from "../markdown/formulaStore.js";
import {mendDocument} from "./mendDocument.js";
import {withPolicy} from "./policy.js";

/** Paths of the HTML files of a built site, relative to it, sorted. */
export function htmlFiles(dist: string): string[] {
  return readdirSync(dist, {recursive: true})
    .map(String)
    .filter(file => file.endsWith(".html") && !file.startsWith("_"))
    .sort();
}

/** Gives every page of a freshly built site what Framework does not; the policy comes last. */
export function finishPages(dist: string): void {
  const restored = restoreFormulas(dist);
  for (const file of htmlFiles(dist)) {
    const path = join(dist, file);
    const html = withoutTex(restored(readFileSync(path, "utf8")));
    writeFileSync(path, withPolicy(mendDocument(html)));
  }
}

/** Formulas without the TeX that KaTeX leaves in them: nothing reads it, and a copied formula would bring it along. */
export function withoutTex(html: string): string {
  return html.replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, "");
}
