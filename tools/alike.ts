import {editDistance} from "./editDistance.js";

/** The most names that an error proposes. */
const proposals = 3;

/** What an error says of the names that a misspelt one may mean; nothing where none is like it. */
export function nearIt(name: string, names: readonly string[]): string {
  const near = alike(name, names);
  return near.length ? `; near it ${near.length === 1 ? "is" : "are"} ${near.join(", ")}` : "";
}

/**
 * The names that a misspelt one may mean, whatever its capitals: their whole, or their part behind the last slash,
 * differs in a third at most.
 */
function alike(name: string, names: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  if (wanted === "") return [];
  const last = (text: string) => text.slice(text.lastIndexOf("/") + 1);
  const far = (other: string) =>
    Math.min(
      editDistance(wanted, other) / wanted.length,
      editDistance(last(wanted), last(other)) / last(wanted).length
    );
  return names
    .map(other => [other, other.toLowerCase()] as const)
    .map(([other, low]) => ({other, distance: last(low).includes(last(wanted)) ? 0 : far(low)}))
    .filter(({distance}) => distance <= 1 / 3)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, proposals)
    .map(({other}) => other);
}
