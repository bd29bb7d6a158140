import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "../server/platform/db/migrate.ts";
import { withClient } from "../server/platform/embedded-postgres/index.ts";
import { startTestCluster } from "../server/testing/cluster.ts";
import { describeSchema } from "../server/testing/describe-schema.ts";
import { generateTypes } from "../server/testing/generate-types.ts";
import { cloneRoot } from "./source-files.ts";

/**
 * `npm run schema`: migrates an empty database and writes server/schema.sql and the Kysely types from it. The database is
 * that of DATABASE_OWNER_URL, or one of a throw-away cluster.
 */
async function writeSchema(): Promise<void> {
  const given = process.env.DATABASE_OWNER_URL;
  const cluster = given ? null : await startTestCluster(undefined);
  const ownerUrl = given ?? cluster?.ownerUrl ?? "";
  try {
    if (given) await migrate(given);
    const files = {
      "server/schema.sql": await withClient(ownerUrl, describeSchema),
      "server/platform/db/database-types.ts": await generateTypes(ownerUrl),
    };
    for (const [path, text] of Object.entries(files)) {
      await writeFile(join(cloneRoot, path), text);
      console.log(path);
    }
  } finally {
    await cluster?.stop();
  }
}

await writeSchema();
