import pg from "pg";

const names = new Map<string, string>();
/** More texts than this are not hot paths but lists of changing length: they are planned each time. */
const mostPrepared = 400;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= mostPrepared) return undefined;
  const name = `q${names.size + 1}`;
  names.set(text, name);
  return name;
}

/**
 * A client that prepares each query text once per connection, so that the server doesn't parse and plan
 * the same statement for every request. Texts without parameters (BEGIN, COMMIT) go the simple way.
 */
export class PreparedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const rest = given.slice(2);
    if (typeof text === "string" && Array.isArray(values) && values.length > 0) {
      const name = nameOf(text);
      if (name) return super.query({ name, text, values } as never, ...(rest as never[])) as never;
    }
    return super.query(...(given as [never])) as never;
  }
}
