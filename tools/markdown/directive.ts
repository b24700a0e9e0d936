/** The opening line of a block: `::: id key=value`, `::: kind #name "label" key=value`, `::: kind word`. */
export interface Directive {
  /** What the block is; `item` where the line begins with an id of the inventory. */
  readonly kind: string;
  /** The id of the inventory, or the first bare word; or `#word`, an id of the page's own. */
  readonly id?: string;
  readonly local: boolean;
  readonly label?: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Closed on its own line by a second `:::`. */
  readonly leaf: boolean;
  /** Text that is none of these. */
  readonly rest: string;
}

const OPEN = /^:::+[ \t]*([A-Za-z][\w.-]*)(?![\w.-])(.*?)[ \t]*$/;
const WORD = /^\s+(?:([a-z]+)=(?:"([^"]*)"|([^\s"]+))|"([^"]*)"|(#?)([\w.-]+)(?=\s|$))/;

/** The directive that `line` opens, or null. */
export function parseDirective(line: string): Directive | null {
  const match = OPEN.exec(line);
  if (!match) return null;
  const leaf = /(?:^|\s):::+$/.test(match[2]);
  let rest = leaf ? match[2].replace(/\s*:::+$/, "") : match[2];
  const attributes = new Map<string, string>();
  const item = /^[A-Z]/.test(match[1]);
  let id = item ? match[1] : undefined;
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
  return {kind: item ? "item" : match[1], id, local, label, attributes, leaf, rest: rest.trim()};
}

/** True for the line that ends a block. */
export function closesDirective(line: string): boolean {
  return /^:::+[ \t]*$/.test(line);
}
