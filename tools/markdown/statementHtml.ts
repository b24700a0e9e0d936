import type {Shown} from "./shown.js";
import type {Statement} from "./statementKinds.js";

/** The opening of a statement's section, up to where its title goes. */
export function statementHeader(
  {kind, id, label, source, shown}: Statement & {readonly shown?: Shown},
  escapeHtml: (text: string) => string
): string {
  const state = shown ? ` data-verdict="${escapeHtml(shown)}"` : "";
  const from = source ? `<span class="statement-source">${escapeHtml(source)}</span>\n` : "";
  return (
    `<section class="statement statement--${kind}" id="${escapeHtml(id)}"${state}>\n` +
    `<header class="statement-header">\n` +
    `<a class="statement-label" href="#${encodeURIComponent(id)}">${escapeHtml(label)}</a>\n${from}`
  );
}
