import Fastify from "fastify";
import { getWorkbench } from "../../server/modules/dashboard/workbench-view.ts";
import { openDatabase } from "../../server/platform/db/pools.ts";
import { rowsOf, statementsOf } from "./statements.ts";

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
const reading = openDatabase(url).reading(tenantId);
const place = await reading
  .selectFrom("organization")
  .where("id", "=", organizationId)
  .select("path")
  .executeTakeFirstOrThrow();
const statements = await statementsOf(reading, (database) => {
  const page = {
    database,
    tenantId,
    scope: { subtrees: [place.path], exact: [] },
    params: { organizationId },
    query: { period },
    today,
  };
  return getWorkbench(page as unknown as Parameters<typeof getWorkbench>[0]);
});
if (statements.length < 5) throw new Error(`The page asked only ${statements.length} times`);

const app = Fastify();
app.get("/page", () => rowsOf(reading, statements));
app.get("/readyz", async () => ({ status: "ready" }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.once("SIGTERM", () => process.exit(0));
