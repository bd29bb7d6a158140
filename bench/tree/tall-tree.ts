import { firstDayOf, monthOf, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { foldAllScores, markMissingSheets } from "../../server/modules/assessment/index.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { foundLoadedGroup } from "../founding.ts";
import { openProduct } from "../open-product.ts";

const committees = 100;
const generals = 2000;

/**
 * Fills a data folder with a group of so many organisations, at least 3 000: 党委, below each 党总支, below each 党支部. They
 * are there from this month on, and what they have to be scored for is scored, so that nothing waits in a queue.
 */
export async function growTree(dataFolder: string, organizations: number): Promise<void> {
  const { application, postgres } = await openProduct(dataFolder);
  try {
    const { workshop } = application;
    const begins = firstDayOf(monthOf(plainDateIn(workshop.clock(), workshop.timeZone)));
    const { tenantId, rootId, signUp } = await foundLoadedGroup(workshop, "tree", begins);
    await signUp("officer", "party_affairs_officer", rootId);
    await withClient(postgres.superUrl, async (client) => {
      const above = `CASE WHEN n <= ${committees} THEN NULL WHEN n <= ${committees + generals} THEN (n - ${committees} - 1) % ${committees} + 1
        ELSE (n - ${committees + generals} - 1) % ${generals} + ${committees + 1} END`;
      await client.query(`CREATE TEMP TABLE made AS
        SELECT n, gen_random_uuid() AS id, ${above} AS above, (n + 1)::text || '.' AS label,
          CASE WHEN n <= ${committees} THEN 'COMMITTEE' WHEN n <= ${committees + generals} THEN 'GENERAL_BRANCH' ELSE 'BRANCH' END AS kind,
          CASE WHEN n <= ${committees} THEN '第' || n || '供电公司党委' WHEN n <= ${committees + generals} THEN '第' || n || '工区党总支'
            ELSE '第' || n || '变电检修党支部' END AS name
        FROM generate_series(1, ${organizations - 1}) AS n`);
      await client.query("CREATE UNIQUE INDEX ON made (n)");
      await client.query(
        `INSERT INTO organization (tenant_id, id, parent_id, kind, class, code, name, path, label, valid_from)
         SELECT $1, m.id, coalesce(p.id, $2::uuid), m.kind, NULL, 'o' || m.n, m.name,
           '1.' || coalesce(g.label, '') || coalesce(p.label, '') || m.label, m.n + 1, $3::date
         FROM made m LEFT JOIN made p ON p.n = m.above LEFT JOIN made g ON g.n = p.above`,
        [tenantId, rootId, begins],
      );
      await client.query(
        `INSERT INTO organization_place (tenant_id, organization_id, valid_from, parent_id, path, name, class)
         SELECT tenant_id, id, valid_from, parent_id, path, name, class FROM organization WHERE tenant_id = $1 AND parent_id IS NOT NULL`,
        [tenantId],
      );
      await client.query("UPDATE tenant SET next_label = $2 WHERE tenant_id = $1", [tenantId, organizations + 1]);
    });
    await application.installLibrary();
    await withClient(postgres.superUrl, (client) => client.query("ANALYZE"));
    await markMissingSheets(workshop, tenantId, 0);
    await foldAllScores(workshop.database, tenantId, workshop.clock());
  } finally {
    await application.close();
    await postgres.stop();
  }
}
