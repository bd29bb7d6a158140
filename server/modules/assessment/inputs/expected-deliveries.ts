import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { existsWholly, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { type Adoption, adoptionsOf, versionInForce } from "../adoptions.ts";
import { loadDefinitions } from "../definitions.ts";
import { sourcesOf } from "../sheet-contexts.ts";
import type { ReceiptRow } from "./receipt-rows.ts";

/** Whether a source has to deliver for an organisation: a scheme in force for it has a line that waits for the source. */
export type Expects = (organization: ReceiptRow) => boolean;

export async function expectedDeliveries(
  database: ReadDatabase,
  tenantId: number,
  source: string,
  month: Month,
): Promise<Expects> {
  const adoptions = await adoptionsOf(database, tenantId);
  const schemes = await schemesWaitingFor(database, tenantId, adoptions, source);
  return (organization) =>
    schemes.some((scheme) => {
      const period = periodOf(scheme.cadence, firstDayOf(month));
      return (
        versionInForce(adoptions, scheme.code, organization.path, period.from) === scheme.version &&
        appliesTo(scheme, organization) &&
        existsWholly(period, organization.validFrom, organization.validTo)
      );
    });
}

/** The adopted versions that have a line of the source. */
async function schemesWaitingFor(
  database: ReadDatabase,
  tenantId: number,
  adoptions: readonly Adoption[],
  source: string,
): Promise<SchemeBody[]> {
  const adopted = new Map(adoptions.map((adoption) => [`${adoption.schemeCode} ${adoption.version}`, adoption]));
  const definitions = await Promise.all(
    [...adopted.values()].map(({ schemeCode, version }) => loadDefinitions(database, tenantId, schemeCode, version)),
  );
  return definitions.filter((each) => sourcesOf(each).includes(source)).map(({ scheme }) => scheme);
}

function appliesTo({ appliesTo: { kinds, classes } }: SchemeBody, organization: ReceiptRow): boolean {
  const isOfKind = (kinds as readonly string[]).includes(organization.kind);
  return isOfKind && (classes.length === 0 || classes.includes(organization.class));
}
