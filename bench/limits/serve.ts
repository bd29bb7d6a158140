import Fastify from "fastify";
import pg from "pg";
import { recordQuery } from "../../server/modules/fulfilment/record-view.ts";
import { openDatabase } from "../../server/platform/db/pools.ts";
import { addBareList } from "./list-people.ts";
import { addBareRecords } from "./list-records.ts";
import { addBareRead } from "./read-record.ts";
import { sampleRows } from "./sample-rows.ts";
import { addBareWrite } from "./write-record.ts";

/** The bare handlers in a process of their own: `serve.ts <group> <id of a record that the product wrote>`. */
const [group = "", sampleId = ""] = process.argv.slice(2);
const { LIMIT_DATABASE: own = "", PRODUCT_DATABASE: products = "" } = process.env;
const pinned = `-c dutyloop.tenant=${Number(group)}`;
const writers = new pg.Pool({ connectionString: own, max: 16, options: pinned });
// It reads what the product wrote, in the product's database.
const readers = new pg.Pool({ connectionString: products, max: 8, options: pinned });

const client = await writers.connect();
const sample = await sampleRows(client, sampleId);
const open = await client.query<{ id: string }>(
  "SELECT id FROM obligation WHERE state = 'todo' AND template_code = 'theme_day' AND due_on < current_date ORDER BY due_on DESC, id",
);
client.release();

const database = openDatabase(products);
const { sql: text, parameters } = recordQuery(Number(group), sampleId).compile(database.reading(Number(group)));
const values = (recordId: string) => parameters.map((parameter) => (parameter === sampleId ? recordId : parameter));
const app = Fastify();
addBareWrite(
  app,
  writers,
  sample,
  open.rows.map(({ id }) => id),
);
addBareRead(app, readers, { text, values });
await addBareList(app, readers, database.reading(Number(group)), Number(group));
await addBareRecords(app, readers, database.reading(Number(group)), Number(group));
app.get("/readyz", async () => ({ status: "ready" }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.once("SIGTERM", () => process.exit(0));
