import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { alarmRefusal } from "@dutyloop/domain/operation/alarm-rules.ts";
import { sql } from "kysely";
import { topPath } from "../../platform/access/place.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

type Input = { readonly alarmId: string; readonly note: string };
type State = { readonly path: string; readonly accountId: string; readonly handled: boolean };

/** Enters what was found and done about an alarm (SEC-22). */
export const handleAlarm: UseCase<Input, State, State, { id: string }> = {
  name: "administration.handle_alarm",
  access: "account.secure",
  async load(transaction, { alarmId }, { actor }) {
    const { rows } = await sql<Omit<State, "path">>`
      SELECT account_id AS "accountId", handled_at IS NOT NULL AS handled FROM alarm
      WHERE tenant_id = ${actor.tenantId} AND id = ${alarmId}::uuid FOR UPDATE`.execute(transaction);
    const [alarm] = rows;
    if (!alarm) throw notFound();
    return { ...alarm, path: await topPath(transaction, actor.tenantId) };
  },
  place: ({ path }) => path,
  decide(state, _input, { actor }) {
    const code = alarmRefusal(state, actor.accountId);
    return code === null ? state : refuse(code);
  },
  save(saving, _decision, { actor, now }, { alarmId, note }) {
    saving.change(sql`UPDATE alarm SET note = ${note}, handled_by = ${actor.accountId}::uuid,
        handled_at = ${now.toISOString()}::timestamptz
      WHERE tenant_id = ${actor.tenantId} AND id = ${alarmId}::uuid`);
  },
  audit: (_decision, { alarmId, note }) => ({ object: `alarm ${alarmId}`, after: { note } }),
  answer: (_decision, { alarmId }) => ({ id: alarmId }),
};
