import type {Document} from "./document.js";
import {documents as all} from "./documents.js";
import {type StatementKind, statementKind} from "./statementKind.js";

/** Something that a document says: a page can state it, and a claim can check it or a part of it. */
export interface Item {
  readonly document: Document;
  /** The id, or the id of the item that it is a part of. */
  readonly id: string;
  readonly part?: string;
  readonly label: string;
  readonly section: string;
  readonly kind: StatementKind;
}

/** Items by their key, `ID` or `ID/part`; each document in its place, and within it in its order. */
export type Items = ReadonlyMap<string, Item>;

/**
 * Everything that documents say.
 *
 * @throws RangeError if two documents share an id or a prefix, an id does not begin with the prefix of
 * its document or has no section, or a part does not follow its item
 */
export function inventoryOf(documents: readonly Document[]): Items {
  for (const name of ["id", "prefix"] as const) {
    const twin = documents.find((each, i) => documents.findIndex(d => d[name] === each[name]) < i);
    if (twin)
      throw new RangeError(`${name} of a document must be its own; got ${twin[name]} twice`);
  }
  const items = new Map<string, Item>();
  for (const document of documents)
    for (const [key, [label, section, kind]] of Object.entries(document.inventory)) {
      const [id, part] = key.split("/");
      const whole = items.get(id);
      if (!id.startsWith(`${document.prefix}-`))
        throw new RangeError(`${key}: an id of ${document.id} must begin with ${document.prefix}-`);
      if (part !== undefined && !whole)
        throw new RangeError(`${key}: a part must follow the line of ${id}`);
      const place = section ?? whole?.section;
      if (place === undefined)
        throw new RangeError(`${key}: it must say in which section it stands`);
      const name = whole && /^(?:[ ,]|$)/.test(label) ? `${whole.label}${label}` : label;
      items.set(key, {
        document,
        id,
        part,
        label: name,
        section: place,
        kind: kind ?? whole?.kind ?? statementKind(name)
      });
    }
  return items;
}

/** What there is to state and to claim. */
export const inventory: Items = inventoryOf(all);

/** The keys that claims must have: ids without parts, and the parts of the others. */
export function keysToClaim(items: Items): string[] {
  const divided = new Set([...items.values()].flatMap(({id, part}) => (part ? [id] : [])));
  return [...items.keys()].filter(key => !divided.has(key));
}

/** The documents of an inventory, in its order. */
export const documentsOf = (items: Items): readonly Document[] => [
  ...new Set([...items.values()].map(({document}) => document))
];

/** Where an item comes from, as a page says it: `Fisher paper, §4.1`. */
export const sourceOf = ({document, section}: Item): string =>
  `${document.name}, ${placeOf(section)}`;

/** Where something stands, as a reader reads it: `§4.1`, `§6.2 and §E.2.3`, `abstract`. */
export const placeOf = (section: string): string =>
  section
    .split(", ")
    .map(each => (/^(?:\d|[A-Z](?:\.|$))/.test(each) ? `§${each}` : each.toLowerCase()))
    .join(" and ");
