/** The opening line of a block: `::: kind id "label" key=value`. */
export interface Directive {
  readonly kind: string;
  /** First bare word, an id of the inventory; or `#word`, an id of the page's own. */
  readonly id?: string;
  readonly local: boolean;
  readonly label?: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Closed on its own line by a second `:::`. */
  readonly leaf: boolean;
  /** Text that is none of these. */
  readonly rest: string;
}

const OPEN = /^:::+[ \t]*([A-Za-z][\w-]*)(?![\w-])(.*?)[ \t]*$/;
const WORD = /^\s+(?:([a-z]+)=(?:"([^"]*)"|([^\s"]+))|"([^"]*)"|(#?)([\w.-]+)(?=\s|$))/;

/** The directive that `line` opens, or null. */
export function parseDirective(line: string): Directive | null {
  const match = OPEN.exec(line);
  if (!match) return null;
  const leaf = /(?:^|\s):::+$/.test(match[2]);
  let rest = leaf ? match[2].replace(/\s*:::+$/, "") : match[2];
  const attributes = new Map<string, string>();
  let id: string | undefined;
  let local = false;
  let label: string | undefined;
  for (let word = WORD.exec(rest); word; word = WORD.exec(rest)) {
    const [text, key, quoted, bare, name, hash, identifier] = word;
    if (key && !attributes.has(key)) attributes.set(key, quoted ?? bare);
    else if (name !== undefined && label === undefined) label = name;
    else if (identifier && id === undefined) {
      id = identifier;
      local = hash === "#";
    } else break;
    rest = rest.slice(text.length);
  }
  return {kind: match[1], id, local, label, attributes, leaf, rest: rest.trim()};
}

/** True for the line that ends a block. */
export function closesDirective(line: string): boolean {
  return /^:::+[ \t]*$/.test(line);
}
