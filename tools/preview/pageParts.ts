import {escapeHtml} from "../markdown/renderText.js";
import type {Polled} from "./state.js";

const script = '<script type="module" src="/_noisefloor/script.js"></script>';

/** A page of Framework's that hears what is under way. */
export const withScript = (html: string): string => html.replace("</head>", `${script}\n</head>`);

/** A page in the place of one that cannot be shown: what kept it, and what else is wrong. It tries again by itself. */
export function errorPage(
  message: string,
  {errors, changes}: Pick<Polled, "errors" | "changes">
): string {
  const lines = [...new Set([...errors, message].flatMap(text => text.split("\n")))].filter(
    Boolean
  );
  return `<!doctype html>
<html lang="en" data-failed="${changes}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>This page cannot be shown</title>
${script}
</head>
<body style="max-width: 50rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif">
<h1 style="font-size: 1.3rem">This page cannot be shown</h1>
<pre role="alert" style="overflow-x: auto; white-space: pre-wrap; font-size: 0.85rem">${escapeHtml(lines.join("\n"))}</pre>
<p>It will be, without a reload, once that is mended.</p>
</body>
</html>
`;
}
