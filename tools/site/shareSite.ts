import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Items} from "../../claims/inventory.js";
import type {VerdictChange} from "../claims/verdictChanges.js";
import {drawPictures, pictureOf} from "./drawPictures.js";
import {changesFeed, feedFile, withFeedLink} from "./feed.js";
import {htmlFiles} from "./finishPages.js";
import {siteUrl} from "./frame.js";
import {licencesFile, licencesOf} from "./licences.js";
import {notFoundFile, notFoundPage} from "./notFound.js";
import {intoFooter, sharingHead, sitemap} from "./sharing.js";

/**
 * Gives a built site what others ask of it: each page a description and a picture of its opening figure, the site
 * the licences of what it ships, a page for addresses that lead nowhere, a feed of the verdicts that changed, and,
 * where its address is known, a sitemap.
 */
export async function shareSite(
  dist: string,
  changes: readonly VerdictChange[],
  items: Items
): Promise<void> {
  const url = siteUrl();
  const files = htmlFiles(dist);
  await drawPictures(dist, files);
  for (const file of files) {
    const html = readFileSync(join(dist, file), "utf8");
    const path = addressOf(file);
    const up = "../".repeat(file.split("/").length - 1);
    const head = sharingHead({path, html, url, picture: `${up}${pictureOf(file)}`});
    const licences = `<p><a href="${up}${licencesFile}">Licences of what this site ships</a></p>`;
    const feed = `<link rel="alternate" type="application/atom+xml" title="Changes of verdicts" href="${up}${feedFile}">`;
    const titled = html.replace("</title>", () => `</title>\n${head}\n${feed}`);
    writeFileSync(join(dist, file), withFeedLink(intoFooter(titled, licences)));
  }
  writeFileSync(join(dist, licencesFile), licencesOf(dist));
  writeFileSync(join(dist, notFoundFile), notFoundPage());
  writeFileSync(join(dist, feedFile), changesFeed(changes, items, url));
  if (url) writeFileSync(join(dist, "sitemap.xml"), sitemap(url, files.map(addressOf)));
}

const addressOf = (file: string) => file.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1");
