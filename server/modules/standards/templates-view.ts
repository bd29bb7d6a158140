import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { format, rational } from "@dutyloop/domain/kernel/rational.ts";
import { costOf } from "@dutyloop/domain/standards/template-cost.ts";
import { diffTemplates as differencesOf } from "@dutyloop/domain/standards/template-diff.ts";
import type { TemplateReview } from "@dutyloop/domain/standards/template-lifecycle.ts";
import { type ReviewCriterion, type TemplateAct, templateGroupOf } from "@dutyloop/domain/standards/template-policy.ts";
import type { TemplateStage } from "@dutyloop/domain/standards/things.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { adoptionsOf, type StoredAdoption } from "./template-adoptions.ts";
import { currentTemplates, type PublishedVersion, publishedVersions } from "./template-store.ts";
import { reviewsOf } from "./version-standing.ts";

/** The templates by which the caller's places may work, each in its current version. */
export async function templatesFor({ database, tenantId, scope }: Asked): Promise<Answer<"listTemplates">["items"]> {
  const current = await currentTemplates(database, tenantId);
  const published = await publishedVersions(database, tenantId);
  const shown = published.filter(
    (version) => current.get(version.code)?.version === version.version && concerns(scope, version.ownerPath),
  );
  return shown.map((version) => {
    const { steps: _steps, guides: _guides, ...body } = version.body;
    return { ...described(version, scope), body };
  });
}

export async function listTemplates(request: ReadRequest<"listTemplates">): Promise<Answer<"listTemplates">> {
  const { which } = request.query;
  const items = await templatesFor(request);
  return { items: which === "all" ? items : items.filter(({ body }) => templateGroupOf(body) === which) };
}

/** One version with its flow, its guides, what it changes of another, its reviews, its way and who works by it. */
export async function getTemplate(request: ReadRequest<"getTemplate">): Promise<Answer<"getTemplate">> {
  const { database, tenantId, scope, params } = request;
  const published = await versionsFor(request, params.code);
  const version = published.find((one) => one.version === params.version);
  if (!version) throw notFound();
  const base = published.find((one) => one.version === version.base);
  const acts = await database
    .selectFrom("template_act")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", version.code)
    .where("version", "=", version.version)
    .select(["act", "from_stage as from", "to_stage as to", "reason", "done_at as doneAt"])
    .orderBy("number")
    .execute();
  const adoptions = await adoptionsOf(database, tenantId, version.code);
  return {
    ...described(version, scope),
    body: version.body,
    publishedAt: version.publishedAt?.toISOString() ?? null,
    versions: published.map((one) => ({
      version: one.version,
      stage: one.stage,
      ownerName: nameOf(one, scope),
      base: one.base,
    })),
    changes: base ? differencesOf(base.body, version.body) : [],
    reviews: summed(await reviewsOf(database, tenantId, version.code, version.version)),
    acts: acts.map(({ act, from, to, doneAt, reason }) => ({
      act: act as TemplateAct,
      from: from as TemplateStage,
      to: to as TemplateStage,
      reason,
      doneAt: doneAt.toISOString(),
    })),
    adoptions: stretches(adoptions, scope).filter((one) => one.version === version.version),
  };
}

/** What differs between two versions. */
export async function diffTemplates(request: ReadRequest<"diffTemplates">): Promise<Answer<"diffTemplates">> {
  const { params, query } = request;
  const published = await versionsFor(request, params.code);
  const [from, to] = [query.from, query.to].map((wanted) => published.find(({ version }) => version === wanted)?.body);
  if (!from || !to) throw notFound();
  return { changes: differencesOf(from, to) };
}

type Asked = Pick<ReadRequest<"getTemplate">, "database" | "tenantId" | "scope">;

async function versionsFor({ database, tenantId, scope }: Asked, code: string): Promise<PublishedVersion[]> {
  const published = await publishedVersions(database, tenantId, code);
  return published.filter(({ ownerPath }) => concerns(scope, ownerPath));
}

/** True for what the library, the caller's places or organisations above them published. */
function concerns(scope: Scope, ownerPath: string | null): boolean {
  if (ownerPath === null || covers(scope, ownerPath)) return true;
  return [...scope.subtrees, ...scope.exact].some((path) => path.startsWith(ownerPath));
}

function nameOf({ ownerPath, ownerName }: PublishedVersion, scope: Scope): string | null {
  return ownerPath !== null && covers(scope, ownerPath) ? ownerName : null;
}

function described(version: PublishedVersion, scope: Scope) {
  return {
    version: version.version,
    stage: version.stage,
    ownerId: version.ownerId,
    ownerName: nameOf(version, scope),
    base: version.base,
    cost: costOf(version.body),
  };
}

function summed(reviews: readonly TemplateReview[]) {
  const mean = (criterion: ReviewCriterion) =>
    format(
      rational(
        reviews.reduce((sum, review) => sum + review[criterion], 0),
        reviews.length,
      ),
      2,
    );
  const means =
    reviews.length === 0
      ? null
      : { practicality: mean("practicality"), conformity: mean("conformity"), relevance: mean("relevance") };
  return { reviewers: reviews.length, means };
}

/** Adoptions with their last days, those of the caller's places and above them. */
export function stretches(adoptions: readonly StoredAdoption[], scope: Scope) {
  return adoptions.flatMap((adoption) => {
    const { organizationId, organizationName, version, from, ends, path } = adoption;
    if (ends || !concerns(scope, path)) return [];
    const next = adoptions.find((one) => one.organizationId === organizationId && one.from > from);
    const to = next === undefined ? null : addDays(next.from, -1);
    return [{ organizationId, organizationName: covers(scope, path) ? organizationName : null, version, from, to }];
  });
}
