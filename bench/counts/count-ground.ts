import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { serverOptions } from "../../bin/server-options.mjs";
import { foldAllScores, markMissingSheets } from "../../server/modules/assessment/index.ts";
import { foldAllCounts } from "../../server/modules/dashboard/index.ts";
import { issuePlan, postDueFacts } from "../../server/modules/duties/index.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { perform } from "../../server/platform/ritual/perform.ts";
import { foundLoadedGroup } from "../founding.ts";
import { openProduct } from "../open-product.ts";
import { freePort, type ServerProcess, startServer } from "../server-process.ts";
import { signIn } from "../sign-in.ts";

const branchesOfCommittee = 30;
const templateCodes = ["theme_day", "general_meeting", "party_lecture"];

/** A group with a year's plan behind it, scored and counted, and a server on it. */
export type CountGround = {
  readonly tenantId: number;
  readonly appUrl: string;
  readonly rootId: string;
  /** Last year, whose duties are all due. */
  readonly year: number;
  readonly branchIds: readonly string[];
  readonly server: ServerProcess;
  readonly cookie: string;
  clear(): Promise<void>;
};

export async function makeCountGround(branches: number): Promise<CountGround> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-bench-"));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const { application, postgres } = await openProduct(dataFolder);
  const { workshop } = application;
  const year = Number(plainDateIn(workshop.clock(), workshop.timeZone).slice(0, 4)) - 1;
  const { tenantId, rootId, signUp } = await foundLoadedGroup(workshop, "load", `${year - 1}-01-01`);
  const officer = await signUp("officer", "party_affairs_officer", rootId);
  await application.installLibrary();
  const branchIds = await growOrganizations(postgres.superUrl, tenantId, rootId, branches, year);
  await perform(workshop, issuePlan, officer, { organizationId: rootId, year, name: "plan", templateCodes });
  await withClient(postgres.superUrl, (client) =>
    client.query("UPDATE obligation SET state = 'discharged' WHERE mod(abs(hashtext(id::text)), 10) > 0; ANALYZE"),
  );
  const today = plainDateIn(workshop.clock(), workshop.timeZone);
  while ((await postDueFacts(workshop, tenantId)) > 0);
  await markMissingSheets(workshop, tenantId, 13);
  await foldAllScores(workshop.database, tenantId, workshop.clock());
  await foldAllCounts(workshop.database, tenantId, today);
  await withClient(postgres.superUrl, (client) => client.query("ANALYZE"));
  await application.close();
  const server = await startServer(
    [...serverOptions, "bench/api-server.ts"],
    { DUTYLOOP_DATA: dataFolder },
    await freePort(),
  );
  const { cookie } = await signIn(server.origin, "officer");
  return {
    ...{ tenantId, appUrl: postgres.appUrl, rootId, year, branchIds, server, cookie },
    async clear() {
      await server.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Committees below the top with branches below them; nobody is in them. */
async function growOrganizations(
  superUrl: string,
  tenantId: number,
  rootId: string,
  branches: number,
  year: number,
): Promise<string[]> {
  const committees = Math.ceil(branches / branchesOfCommittee);
  return withClient(superUrl, async (client) => {
    const columns = "tenant_id, id, parent_id, kind, class, code, name, path, label, valid_from";
    const from = `date '${year - 1}-01-01'`;
    await client.query(
      `INSERT INTO organization (${columns})
       SELECT $1, gen_random_uuid(), $2::uuid, 'COMMITTEE', NULL, 'c' || n, '第' || n || '党委', '1.' || (n + 1) || '.', n + 1, ${from}
       FROM generate_series(1, ${committees}) AS n`,
      [tenantId, rootId],
    );
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO organization (${columns})
       SELECT $1, gen_random_uuid(), c.id, 'BRANCH', CASE WHEN n % 2 = 0 THEN '生产类' ELSE '机关类' END, 'b' || n, '第' || n || '党支部',
         c.path || (n + ${committees + 1}) || '.', n + ${committees + 1}, ${from}
       FROM generate_series(1, ${branches}) AS n
       JOIN organization c ON c.tenant_id = $1 AND c.code = 'c' || ((n - 1) / ${branchesOfCommittee} + 1) RETURNING id`,
      [tenantId],
    );
    await client.query(
      `INSERT INTO organization_place (tenant_id, organization_id, valid_from, parent_id, path, name, class)
       SELECT tenant_id, id, valid_from, parent_id, path, name, class FROM organization WHERE tenant_id = $1 AND code <> 'load'
       ON CONFLICT DO NOTHING`,
      [tenantId],
    );
    await client.query("UPDATE tenant SET next_label = $2 WHERE tenant_id = $1", [tenantId, branches + committees + 2]);
    return rows.map(({ id }) => id);
  });
}
