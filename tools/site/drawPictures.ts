import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {isMain, root} from "../root.js";
import {runNode} from "../runNode.js";
import {openingFigure, previewPictures} from "./previewPicture.js";
import {titleOf} from "./sharing.js";

/** Processes that draw at the same time, and how many pages are worth them. */
const processes = 2;
const worthwhile = 16;

/** Where the picture of a page stands in a built site. */
export const pictureOf = (file: string): string => `pictures/${file.replace(/\.html$/, "")}.png`;

/**
 * Writes the picture of each of these pages of a built site. Those of many are drawn by processes of their own, in
 * which the same takes a third of the time that it takes among all that a build has loaded.
 *
 * @throws where an opening figure cannot be drawn, naming the page
 */
export async function drawPictures(dist: string, files: readonly string[]): Promise<void> {
  if (files.length < worthwhile) return drawHere(dist, files);
  const shares = Array.from({length: processes}, (_, k) =>
    files.filter((_, i) => i % processes === k)
  );
  await Promise.all(shares.map(share => drawApart(dist, share)));
}

async function drawHere(dist: string, files: readonly string[]): Promise<void> {
  const draw = await previewPictures();
  for (const file of files) {
    const html = readFileSync(join(dist, file), "utf8");
    const picture = join(dist, pictureOf(file));
    mkdirSync(dirname(picture), {recursive: true});
    writeFileSync(picture, draw(titleOf(html), openingFigure(html)));
  }
}

async function drawApart(dist: string, files: readonly string[]): Promise<void> {
  const {code, complaints} = await runNode(
    ["--import", "tsx", join(root, "tools/site/drawPictures.ts"), dist, ...files],
    {cwd: root}
  );
  if (code !== 0) throw new Error(complaints.trim() || `drawing pictures ended with ${code}`);
}

if (isMain(import.meta.url)) {
  const [dist, ...files] = process.argv.slice(2);
  try {
    await drawHere(dist, files);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
