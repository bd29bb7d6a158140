import { healthLimits } from "./health-rules.ts";
import type { HealthSigns } from "./health-things.ts";
import type { Control, SecuritySigns, SelfCheckItem, SelfCheckLine } from "./self-check-things.ts";

type Values = SelfCheckLine["values"];

/** The self-check of 等保: what the program proves by itself, and what its operator has to show. */
export function selfCheck(health: HealthSigns, security: SecuritySigns): SelfCheckLine[] {
  const judged = (control: Control, item: SelfCheckItem, holds: boolean, values: Values = {}): SelfCheckLine => ({
    control,
    item,
    result: holds ? "pass" : "fail",
    values,
  });
  const byOperator = (control: Control, item: SelfCheckItem): SelfCheckLine => ({
    control,
    item,
    result: "operator",
    values: {},
  });
  const { administrators, administratorsWithoutFactor: without, fieldsRead, fieldsBroken } = security;
  const { uncovered, outside } = health.anchors;
  return [
    judged("identification", "second_factor_demanded", security.secondFactorFor !== "nobody", {
      policy: security.secondFactorFor,
    }),
    judged("identification", "second_factor_set", without === 0, { count: administrators, without }),
    judged("identification", "sign_in_encrypted", health.reached !== "plain", { reached: health.reached }),
    judged("access", "administrators_apart", security.administratorsOfTwoKinds === 0, {
      count: security.administratorsOfTwoKinds,
    }),
    judged("access", "administrators_there", security.rolesUnheld === 0, { count: security.rolesUnheld }),
    judged("access", "accounts_without_role", security.accountsWithoutRole === 0, {
      count: security.accountsWithoutRole,
    }),
    judged("access", "demo_absent", !security.demo),
    judged("access", "groups_walled", health.wallMissing.length === 0, { count: health.wallMissing.length }),
    judged("auditing", "audit_append_only", security.auditWritable === 0, { count: security.auditWritable }),
    judged("auditing", "audit_sealed", health.seals.oldestSeconds < healthLimits.sealSeconds.warn, {
      waiting: health.seals.waiting,
      seconds: health.seals.oldestSeconds,
    }),
    judged("auditing", "audit_outside", outside, { uncovered }),
    // Nobody can take entries away, so what there is since the first one is all there was.
    judged("auditing", "audit_kept", security.auditWritable === 0, { days: security.auditDays }),
    byOperator("intrusion", "known_vulnerabilities"),
    byOperator("intrusion", "ports_closed"),
    byOperator("intrusion", "malicious_code"),
    byOperator("intrusion", "trusted_start"),
    judged("integrity", "keys_private", health.keys === "private", { keys: health.keys }),
    judged("confidentiality", "fields_encrypted", fieldsBroken === 0, { count: fieldsRead, broken: fieldsBroken }),
    byOperator("confidentiality", "disk_encrypted"),
    judged("backup", "backup_recent", (health.backupDays ?? Infinity) < healthLimits.backupDays.warn, {
      days: health.backupDays ?? "",
    }),
    byOperator("backup", "restore_tested"),
    byOperator("backup", "copy_elsewhere"),
    byOperator("remaining", "shared_machines"),
    byOperator("personal", "personal_register"),
  ];
}
