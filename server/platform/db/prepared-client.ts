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

type Corkable = { cork(): void; uncork(): void };

/**
 * A client that prepares each query text once per connection, so that the server doesn't parse and plan
 * the same statement for every request. Texts without parameters (BEGIN, COMMIT) go the simple way.
 * Where the pool asks for a pipeline, queries that are made at once are sent at once, in one write: waking
 * PostgreSQL costs more than most statements do.
 */
export class PreparedClient extends pg.Client {
  #corked = false;

  override query(...given: unknown[]): never {
    if (this.pipeline) this.#holdUntilAllAreMade();
    const [text, values] = given;
    const rest = given.slice(2);
    if (typeof text === "string" && Array.isArray(values) && values.length > 0) {
      const name = nameOf(text);
      if (name) return super.query({ name, text, values } as never, ...(rest as never[])) as never;
    }
    return super.query(...(given as [never])) as never;
  }

  #holdUntilAllAreMade(): void {
    if (this.#corked) return;
    const { stream } = (this as unknown as { connection: { stream: Corkable } }).connection;
    this.#corked = true;
    stream.cork();
    // Runs after the promises that are settled now, each of which may make a query.
    process.nextTick(() => {
      this.#corked = false;
      stream.uncork();
    });
  }
}
