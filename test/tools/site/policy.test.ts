import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {contentSecurityPolicy, withPolicy} from "../../../tools/site/policy.js";

const head = '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n';
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const directive = (policy: string, name: string) =>
  policy.split("; ").find(part => part.startsWith(`${name} `));

describe("contentSecurityPolicy", () => {
  test("allows what stands in the page by its hash, and nothing inline besides", () => {
    const inline = '\n\nimport "./a.js";\n\n';
    const html = `${head}<script type="module">${inline}</script><script src="./b.js"></script><script>1</script>`;
    const scripts = directive(contentSecurityPolicy(html), "script-src");
    expect(scripts?.split(" ").slice(1).sort()).toEqual(
      ["'self'", "'wasm-unsafe-eval'", hash(inline), hash("1")].sort()
    );
  });

  test("names no other origin and refuses what it does not name", () => {
    const policy = contentSecurityPolicy(head);
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(directive(policy, "default-src")).toBe("default-src 'none'");
    expect(directive(policy, "style-src")).toBe("style-src 'self'");
    expect(directive(policy, "connect-src")).toBe("connect-src 'self'");
  });
});

describe("withPolicy", () => {
  test("puts the policy before all that it could forbid", () => {
    const html = withPolicy(`${head}<link rel="stylesheet" href="a.css"></head>`);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<link"));
  });

  test("refuses a page whose head begins otherwise", () => {
    expect(() => withPolicy("<html><head><script></script>")).toThrow(/encoding/);
  });
});
