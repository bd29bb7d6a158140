import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Application } from "../../server/application.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import type { Caller } from "../../server/platform/ritual/use-case.ts";
import { foundLoadedGroup } from "../founding.ts";
import { openProduct } from "../open-product.ts";

/** A group whose branches of two classes stand below its top, without people, and the officer who issues its plans. */
export type PlanGround = {
  readonly application: Application;
  readonly superUrl: string;
  readonly rootId: string;
  readonly officer: Caller;
  clear(): Promise<void>;
};

export async function makePlanGround(branches: number): Promise<PlanGround> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-bench-"));
  chmodSync(folder, 0o711);
  const { application, postgres } = await openProduct(join(folder, "data"));
  const { tenantId, rootId, signUp } = await foundLoadedGroup(application.workshop, "load", "2020-01-01");
  const officer = await signUp("officer", "party_affairs_officer", rootId);
  await application.installLibrary();
  await withClient(postgres.superUrl, async (client) => {
    await client.query(
      `INSERT INTO organization (tenant_id, id, parent_id, kind, class, code, name, path, label, valid_from)
       SELECT $1, gen_random_uuid(), $2::uuid, 'BRANCH', CASE WHEN n % 2 = 0 THEN '生产类' ELSE '机关类' END, 'b' || n, '第' || n || '党支部',
         '1.' || (n + 1)::text || '.', n + 1, date '2020-01-01' FROM generate_series(1, ${branches}) AS n`,
      [tenantId, rootId],
    );
    await client.query("UPDATE tenant SET next_label = $2 WHERE tenant_id = $1", [tenantId, branches + 2]);
    await client.query("ANALYZE");
  });
  return {
    application,
    superUrl: postgres.superUrl,
    rootId,
    officer,
    async clear() {
      await application.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
