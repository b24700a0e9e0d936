import {createHash} from "node:crypto";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;

/**
 * The content-security policy of a built page: everything from its own origin, scripts only as files
 * or with the hash of what stands in the page, WebAssembly, workers, styles in attributes, which
 * formulas and plots need, and fonts that are part of a style sheet.
 */
export function contentSecurityPolicy(html: string): string {
  const hashes = new Set<string>();
  for (const [, attributes, content] of html.matchAll(SCRIPT))
    if (!/\ssrc\s*=/i.test(attributes))
      hashes.add(`'sha256-${createHash("sha256").update(content).digest("base64")}'`);
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" "),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
}

/**
 * A built page under its policy, which stands before anything that it could forbid.
 *
 * @throws unless the page has a `<head>` with its encoding first, as Framework writes it
 */
export function withPolicy(html: string): string {
  const encoding = '<meta charset="utf-8">';
  if (!html.includes(`<head>\n${encoding}`))
    throw new Error("a built page must begin its head with its encoding");
  const policy = contentSecurityPolicy(html);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(encoding, () => `${encoding}\n${meta}`);
}
