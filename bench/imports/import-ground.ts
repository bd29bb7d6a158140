import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../../server/application.ts";
import type { RosterAtHand } from "../../server/modules/imports/index.ts";
import type { Caller } from "../../server/platform/ritual/use-case.ts";
import { foundLoadedGroup } from "../founding.ts";
import { openProduct } from "../open-product.ts";

/** A founded group without members, and an officer who takes rosters in at its top. */
export type ImportGround = {
  readonly application: Application;
  readonly superUrl: string;
  readonly tenantId: number;
  readonly rootId: string;
  readonly officer: Caller;
  clear(): Promise<void>;
};

export async function makeImportGround(): Promise<ImportGround> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-bench-"));
  chmodSync(folder, 0o711);
  const { application, postgres } = await openProduct(join(folder, "data"));
  const { tenantId, rootId, signUp } = await foundLoadedGroup(application.workshop, "load", "2020-01-01");
  const officer = await signUp("officer", "party_affairs_officer", rootId);
  return {
    application,
    superUrl: postgres.superUrl,
    tenantId,
    rootId,
    officer,
    async clear() {
      await application.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file as the preview gets it. */
export function atHand({ application, tenantId, rootId, officer }: ImportGround, body: Buffer): RosterAtHand {
  const { database, fields, clock, timeZone } = application.workshop;
  return {
    database: database.reading(tenantId),
    tenantId,
    fields,
    today: plainDateIn(clock(), timeZone),
    caller: officer,
    params: { organizationId: rootId },
    raw: { body },
  };
}
