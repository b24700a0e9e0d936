/**
 * Lines of code as the text of a module that hands the value of its last statement to `report`: of a declaration what
 * it declares, by name. The last statement begins with the last line that neither is indented nor closes a bracket.
 *
 * @example exampleBody("const a = 1;\nf(a); // 2") // "const a = 1;\nreport(f(a)\n);"
 */
export function exampleBody(code: string): string {
  const lines = code.trimEnd().split("\n");
  const start = Math.max(
    0,
    lines.findLastIndex(line => /^[^\s)\]}/]/.test(line))
  );
  const before = lines
    .slice(0, start)
    .map(line => `${line}\n`)
    .join("");
  const last = lines.slice(start).join("\n");
  const [, declared] = /^(?:const|let|var)\s+(\{[^=]*\}|\[[^=]*\]|\w+)\s*=/.exec(last) ?? [];
  if (declared !== undefined) return `${before}${last}\nreport({${namesIn(declared)}});`;
  if (/^(?:if|for|while|do|try|switch|throw|function|async|class|import|\{)\b/.test(last))
    return `${before}${last}\nreport();`;
  return `${before}report(${last.replace(/;(?=(?:\s*\/\/[^\n]*)*\s*$)/, "")}\n);`;
}

/** The names that a pattern binds: `{a, b: c}` has a and c. */
const namesIn = (pattern: string): string =>
  [...pattern.matchAll(/(?:\w+\s*:\s*)?(\w+)/g)].map(([, name]) => name).join(", ");
