import {createHash} from "node:crypto";
import {siteUrl} from "./frame.js";

/** Where hosts look for it, relative to the site. */
export const notFoundFile = "404.html";

const style =
  "body{max-width:36rem;margin:4rem auto;padding:0 1.25rem;font:18px/1.6 Georgia,serif}" +
  "a{color:inherit}@media (prefers-color-scheme:dark){html{background:#16171a;color:#e8e8e4}}";

/**
 * What a host shows for an address that leads nowhere. It may stand at any depth, so it names no file of the site
 * and brings its own style.
 */
export function notFoundPage(): string {
  const home = new URL(`${siteUrl() || "https://site.invalid"}/`).pathname;
  const hash = createHash("sha256").update(style).digest("base64");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>No such page | noisefloor</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>No such page</h1>
<p>There is nothing at this address. <a href="${home}">The front page</a> lists every page and every claim.</p>
</main>
</body>
</html>
`;
}
