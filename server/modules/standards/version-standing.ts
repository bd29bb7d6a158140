import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateReview } from "@dutyloop/domain/standards/template-lifecycle.ts";
import { topPath } from "../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { holdTemplate, pathOf } from "./held-template.ts";
import { adoptionsOf } from "./template-adoptions.ts";
import { type PublishedVersion, publishedVersions } from "./template-store.ts";

export type NamedVersion = { readonly organizationId: string; readonly code: string; readonly version: number };

/** What decides about the next stage of a version. */
export type VersionStanding = {
  readonly path: string;
  /** Undefined where the organisation has no such version; the library's are the top organisation's to withdraw. */
  readonly version: PublishedVersion | undefined;
  readonly reviews: readonly (TemplateReview & { readonly reviewerId: string })[];
  /** Organisations that work by it today. */
  readonly adoptions: number;
  readonly acts: number;
};

export async function versionStanding(
  transaction: Transaction,
  tenantId: number,
  { organizationId, code, version: number }: NamedVersion,
  today: PlainDate,
): Promise<VersionStanding> {
  await holdTemplate(transaction, tenantId, code);
  const path = await pathOf(transaction, tenantId, organizationId);
  const published = await publishedVersions(transaction, tenantId, code);
  const top = await topPath(transaction, tenantId);
  const version = published.find((one) => one.version === number && (one.ownerPath ?? top) === path);
  const adoptions = await adoptionsOf(transaction, tenantId, code);
  const { acts } = await transaction
    .selectFrom("template_act")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", code)
    .where("version", "=", number)
    .select(({ fn }) => fn.countAll<string>().as("acts"))
    .executeTakeFirstOrThrow();
  const newest = new Map(adoptions.filter(({ from }) => from <= today).map((one) => [one.organizationId, one]));
  return {
    path,
    version,
    reviews: await reviewsOf(transaction, tenantId, code, number),
    adoptions: [...newest.values()].filter((one) => !one.ends && one.version === number).length,
    acts: Number(acts),
  };
}

export function versionUnknown({ code, version }: NamedVersion) {
  return refuse("template.version_unknown", { code, version }, "version");
}

export async function reviewsOf(database: ReadDatabase, tenantId: number, code: string, version: number) {
  return database
    .selectFrom("template_review")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", code)
    .where("version", "=", version)
    .select(["reviewer_id as reviewerId", "practicality", "conformity", "relevance"])
    .execute();
}
