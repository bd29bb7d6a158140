/**
 * The address of a database behind a socket, as PostgreSQL's drivers read it: the socket's folder in the query wins over
 * the host, which stands there so that the address is a URL.
 */
export function socketUrl(socketFolder: string, role: string, password: string, database: string): string {
  const host = `host=${encodeURIComponent(socketFolder)}&port=5432`;
  return `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@localhost/${encodeURIComponent(database)}?${host}`;
}

/** The same server, another database. Works for socket addresses and for those with a host. */
export function withDatabase(url: string, database: string): string {
  return url.replace(/^(\w+:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/, (_all, server: string, rest?: string) => {
    return `${server}/${encodeURIComponent(database)}${rest ?? ""}`;
  });
}
