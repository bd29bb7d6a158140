import type { AlarmKind } from "@dutyloop/domain/operation/alarm-things.ts";
import { v7 as uuidv7 } from "uuid";

type Whose = { readonly tenantId: number; readonly accountId: string };
type Raised = {
  readonly kind: AlarmKind;
  /** Rows taken away, attempts that failed, or places asked for beyond scope. */
  readonly figure: number;
  readonly subject?: string | undefined;
  readonly purpose?: string | undefined;
};

/** A row of alarm: something of which the security administrators are told (SEC-22). */
export function alarmRow({ tenantId, accountId }: Whose, now: Date, { kind, figure, subject, purpose }: Raised) {
  return {
    tenant_id: tenantId,
    id: uuidv7(),
    kind,
    raised_at: now,
    account_id: accountId,
    subject: subject ?? null,
    figure,
    purpose: purpose ?? null,
  };
}
