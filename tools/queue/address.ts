/**
 * The address of a server: the scheme `redis:` or, for TLS, `rediss:`, and a number of a database as its path, if
 * anything.
 *
 * @throws RangeError on anything else
 */
export function serverAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const named = url && /^rediss?:$/.test(url.protocol) && url.hostname;
  if (!named || !/^\/?\d*$/.test(url.pathname) || !isEncoded(url.username + url.password))
    throw new RangeError(
      `the server must be given as redis://[[user]:password@]host[:port][/database], or rediss:// for TLS, with the password's signs percent-encoded; got ${withoutPassword(address)}`
    );
  return url;
}

/** Whether every "%" begins the code of a sign. */
function isEncoded(text: string): boolean {
  try {
    return typeof decodeURIComponent(text) === "string";
  } catch {
    return false;
  }
}

/** An address, well formed or not, without all that may be a password: what stands before its last "@". */
export const withoutPassword = (address: string): string =>
  address.replace(/^([a-z]+:\/\/)?.*@/is, "$1…@");
