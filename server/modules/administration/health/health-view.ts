import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { judgeHealth } from "@dutyloop/domain/operation/health-rules.ts";
import { selfCheck } from "@dutyloop/domain/operation/self-check-rules.ts";
import { checkWholeGroup } from "../../../platform/access/place.ts";
import { type Configured, describeConfiguration } from "../../../platform/configuration/index.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import { programVersion } from "../../../platform/http/program-version.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import type { LoopState } from "../../../platform/loops/loop.ts";
import { healthSigns } from "./health-signs.ts";
import { securitySigns } from "./security-signs.ts";

export type HealthParts = {
  readonly configured: Configured;
  readonly anchorFile: string;
  readonly fields: FieldCipher;
  readonly loops: () => readonly LoopState[];
};

/** How the installation is, what is wrong first. */
export async function getHealth(
  { database, tenantId, scope, now }: ReadRequest<"getHealth">,
  { configured: { configuration }, anchorFile, loops }: HealthParts,
): Promise<Answer<"getHealth">> {
  await checkWholeGroup(database, tenantId, scope);
  const signs = await healthSigns(database, tenantId, { configuration, anchorFile, loops }, now);
  return {
    version: programVersion,
    node: process.versions.node,
    lookedAt: now.toISOString(),
    items: judgeHealth(signs),
  };
}

/** 等保自查: what the program proves of itself, and what is left to the operator. */
export async function getSelfCheck(
  { database, tenantId, scope, now, today }: ReadRequest<"getSelfCheck">,
  { configured: { configuration }, anchorFile, loops, fields }: HealthParts,
): Promise<Answer<"getSelfCheck">> {
  await checkWholeGroup(database, tenantId, scope);
  const health = await healthSigns(database, tenantId, { configuration, anchorFile, loops }, now);
  const security = await securitySigns(database, { tenantId, today, now, configuration, fields });
  return { lookedAt: now.toISOString(), items: selfCheck(health, security) };
}

/** The settings in force, secrets masked, each with where it came from. */
export async function getConfiguration(
  { database, tenantId, scope }: ReadRequest<"getConfiguration">,
  { configured }: HealthParts,
): Promise<Answer<"getConfiguration">> {
  await checkWholeGroup(database, tenantId, scope);
  return { items: describeConfiguration(configured) };
}
