/** A table that can be asked: a sweep's, under its name, or under the one that the page gives it. */
export interface SiteTable {
  /** As queries write it. */
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly rows?: number;
  /** Names of the columns, with the types that the engine gives them; none where they are not known yet. */
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** What the build writes of each sweep. */
type Listed = Omit<SiteTable, "url"> & {readonly file: string};

/** The files of the tables that the page's own queries ask, by the names that they have there. */
export const pageTables = new Map<string, string>();

let listed: Promise<readonly Listed[]> | undefined;

/**
 * Every table of the site: first those of the page, under the names that its queries use.
 *
 * @throws where the list of them cannot be had
 */
export async function siteTables(): Promise<readonly SiteTable[]> {
  const {href} = document.querySelector<HTMLLinkElement>('link[rel="noisefloor-tables"]')!;
  listed ??= fetchList(href);
  listed.catch(() => {
    listed = undefined;
  });
  const all = (await listed).map(({file, ...table}) => ({...table, url: new URL(file, href).href}));
  const own = [...pageTables].map(([name, url]) => {
    const table = all.find(({url: known}) => fileOf(known) === fileOf(url));
    return {title: "", columns: [], url, ...table, name};
  });
  return [...own, ...all.filter(({name}) => !pageTables.has(name))];
}

async function fetchList(href: string): Promise<readonly Listed[]> {
  const response = await fetch(href);
  if (!response.ok)
    throw new Error(`the list of tables cannot be had: ${response.status} ${response.statusText}`);
  return response.json();
}

const fileOf = (url: string) => new URL(url, location.href).pathname.split("/").pop();
