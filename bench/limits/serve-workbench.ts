import Fastify from "fastify";
import type { KyselyPlugin, RootOperationNode } from "kysely";
import { getWorkbench } from "../../server/modules/dashboard/workbench-view.ts";
import { openDatabase } from "../../server/platform/db/pools.ts";

/**
 * The limit of the group's dashboard: a Fastify handler that reads the very rows that the page is made of, by the product's
 * own statements as prepared ones, and sends them as JSON. `serve-workbench.ts <group> <organisation> <month> <today>`.
 *
 * Why it is fair: the same database, role, wall and connections, the same statements with the same values, all asked at
 * once. It signs nobody in, checks no right, makes nothing of the rows, and nothing is kept between requests.
 */
const [group = "", organizationId = "", period = "", today = ""] = process.argv.slice(2);
const { PRODUCT_DATABASE: url = "" } = process.env;
const tenantId = Number(group);
const asked: RootOperationNode[] = [];
const listening: KyselyPlugin = {
  transformQuery({ node }) {
    asked.push(node);
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};
const database = openDatabase(url);
const reading = database.reading(tenantId);
const place = await reading
  .selectFrom("organization")
  .where("id", "=", organizationId)
  .select("path")
  .executeTakeFirstOrThrow();
const page = {
  database: reading.withPlugin(listening),
  tenantId,
  scope: { subtrees: [place.path], exact: [] },
  params: { organizationId },
  query: { period },
  today,
} as unknown as Parameters<typeof getWorkbench>[0];
// What a program reads once and keeps, as definitions, isn't the page's: only the second time counts.
await getWorkbench(page);
asked.length = 0;
await getWorkbench(page);
const statements = asked.map((node, index) => reading.getExecutor().compileQuery(node, { queryId: String(index) }));
if (statements.length < 5) throw new Error(`The page asked only ${statements.length} times`);

const app = Fastify();
app.get("/page", async () =>
  Promise.all(statements.map(async (statement) => (await reading.executeQuery(statement)).rows)),
);
app.get("/readyz", async () => ({ status: "ready" }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.once("SIGTERM", () => process.exit(0));
