/** The address of a database behind a socket, in the form node-postgres reads. */
export function socketUrl(socketFolder: string, role: string, password: string, database: string): string {
  const host = `host=${encodeURIComponent(socketFolder)}&port=5432`;
  return `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@/${encodeURIComponent(database)}?${host}`;
}

/** The same server, another database. Works for socket addresses and for those with a host. */
export function withDatabase(url: string, database: string): string {
  return url.replace(/^(\w+:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/, (_all, server: string, rest?: string) => {
    return `${server}/${encodeURIComponent(database)}${rest ?? ""}`;
  });
}
