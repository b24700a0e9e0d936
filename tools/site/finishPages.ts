import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {lettersId} from "../../src/components/letters.js";
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
    const html = withoutTex(restored(takeLetters(readFileSync(path, "utf8"), file, dist)));
    writeFileSync(path, withPolicy(mendDocument(html)));
  }
}

/** Moves a page's formulas in the letters of their documents to a file, which is fetched when they are asked for. */
function takeLetters(html: string, file: string, dist: string): string {
  return html.replace(
    new RegExp(`(<script type="application/json" id="${lettersId}")>([\\s\\S]*?)(</script>)`),
    (_, start: string, json: string, end: string) => {
      const hash = createHash("sha256").update(json).digest("hex").slice(0, 8);
      const name = `_letters/${file.replace(/\.html$/, "")}.${hash}.json`;
      mkdirSync(dirname(join(dist, name)), {recursive: true});
      writeFileSync(join(dist, name), json);
      const up = "../".repeat(file.split("/").length - 1) || "./";
      return `${start} data-href="${up}${name}">${end}`;
    }
  );
}

/** Formulas without the TeX that KaTeX leaves in them: nothing reads it, and a copied formula would bring it along. */
export function withoutTex(html: string): string {
  return html.replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, "");
}
