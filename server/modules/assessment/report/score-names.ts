import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Names } from "@dutyloop/contract/messages/score-words.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { currentTemplates } from "../../standards/index.ts";

/** Names that the sentences of a score use for codes: its lines, the schemes beside it, and templates. */
export async function namesFor(
  database: ReadDatabase,
  tenantId: number,
  { lines, schemes }: Pick<Answer<"getScore">, "lines" | "schemes">,
): Promise<Names> {
  const templates = await currentTemplates(database, tenantId);
  return Object.fromEntries([
    ...[...templates].map(([code, { body }]) => [code, body.name] as const),
    ...schemes.map(({ code, name }) => [code, name] as const),
    ...lines.map(({ code, name }) => [code, name] as const),
  ]);
}
