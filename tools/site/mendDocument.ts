const scriptsOff =
  '<noscript><p class="scripts-off">Search, controls, live pictures and queries need scripts, which are off. ' +
  "Everything else is here.</p></noscript>";

/**
 * What Framework's frame around a page lacks: a language, zooming on phones, names for its landmarks
 * and its menu, a way past the navigation, the page's own sections in the menu, and a line for those without scripts.
 */
export function mendDocument(html: string): string {
  const contents = /<aside id="observablehq-toc"[^>]*>\s*<nav>([\s\S]*?)<\/nav>\s*<\/aside>/.exec(
    html
  );
  const sections = /<ol>[\s\S]*<\/ol>/.exec(contents?.[1] ?? "")?.[0] ?? "";
  const replacements: [RegExp, string | ((match: string, ...groups: string[]) => string)][] = [
    [/<html>/, '<html lang="en">'],
    [/, maximum-scale=1"/, '"'],
    [/<body>/, '<body>\n<a class="skip" href="#observablehq-main">Skip to the text</a>'],
    [/(<main id="observablehq-main")/, `${scriptsOff}\n$1 tabindex="-1"`],
    [/title="Toggle sidebar"/, 'title="Menu" aria-label="Menu"'],
    [/<nav id="observablehq-sidebar">/, '<nav id="observablehq-sidebar" aria-label="Pages">'],
    [/\s*<label id="observablehq-sidebar-close"[^>]*><\/label>/, ""],
    // A <summary> is at home in <details> alone.
    [/(<section[^>]*>\s*)<summary([^>]*)>([\s\S]*?)<\/summary>/g, "$1<p$2>$3</p>"],
    [
      /<li class="observablehq-link observablehq-link-active"><a ([^>]*)>([\s\S]*?)<\/a><\/li>/g,
      (_, attributes, name) =>
        `<li class="observablehq-link observablehq-link-active"><a aria-current="page" ${attributes}>${name}</a>${sections.replace("<ol>", '<ol class="sections">')}</li>`
    ],
    [
      /<aside (id="observablehq-toc"[^>]*>)\s*<nav>([\s\S]*?)<\/nav>\s*<\/aside>/,
      (_, start, content) =>
        sections ? `<div ${start}<nav aria-label="Contents">${content}</nav></div>` : ""
    ],
    [/(<footer id="observablehq-footer">\s*<nav)>/, '$1 aria-label="Previous and next page">']
  ];
  return replacements.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement as string),
    html
  );
}
