import Fastify from "fastify";
import { callerFor } from "../../server/modules/identity/index.ts";
import { search } from "../../server/modules/search/search.ts";
import { openDatabase } from "../../server/platform/db/pools.ts";
import { rowsOf, statementsOf } from "./statements.ts";

/**
 * The limit of the global search: a Fastify handler that reads the very rows that an answer is made of, by the product's own
 * statements as prepared ones, and sends them as JSON. `serve-search.ts <group> <account> <today> <answers of a kind> <words…>`.
 *
 * Why it is fair: the same database, role, wall and connections, the same statements with the same values, all asked at
 * once. It signs nobody in, checks no right and makes nothing of the rows.
 */
const [group = "", accountId = "", today = "", limit = "", ...words] = process.argv.slice(2);
const { PRODUCT_DATABASE: url = "" } = process.env;
const tenantId = Number(group);
const reading = openDatabase(url).reading(tenantId);
const caller = await callerFor(reading, tenantId, accountId, "bench");
const asked: Awaited<ReturnType<typeof statementsOf>>[] = [];
for (const q of words) {
  const request = { tenantId, caller, today, query: { q, limit: Number(limit) } };
  const statements = await statementsOf(reading, (database) =>
    search({ ...request, database } as unknown as Parameters<typeof search>[0]),
  );
  if (statements.length < 4) throw new Error(`${q} was looked for by ${statements.length} statements only`);
  asked.push(statements);
}

const app = Fastify();
app.get<{ Params: { number: string } }>("/search/:number", ({ params }) =>
  rowsOf(reading, asked[Number(params.number)] ?? []),
);
app.get("/readyz", async () => ({ status: "ready" }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.once("SIGTERM", () => process.exit(0));
