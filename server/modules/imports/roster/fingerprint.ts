import { createHash } from "node:crypto";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type CheckedRoster, sheetsOf } from "./check-roster.ts";

/**
 * What a roster would write, as one number: the same file gives another one once what it is compared with has changed in
 * a way that matters. Telephone numbers don't enter, only whether they change.
 */
export function fingerprintOf(checked: CheckedRoster, effectiveOn: PlainDate): string {
  const hash = createHash("sha256").update(effectiveOn);
  for (const { sheet, rows } of sheetsOf(checked)) {
    hash.update(`\n${sheet.name}`);
    for (const { row, result } of rows) {
      if (result.outcome === "unchanged") continue;
      const change = isPhoneNew(result.before, result.after);
      hash.update(
        `\n${JSON.stringify([row.number, result.outcome, result.before, result.after, change], withoutPhone)}`,
      );
    }
  }
  return hash.digest("hex");
}

function withoutPhone(key: string, value: unknown): unknown {
  return key === "phone" ? undefined : value;
}

function isPhoneNew(before: unknown, after: unknown): boolean {
  return phoneOf(before) !== phoneOf(after);
}

function phoneOf(value: unknown): unknown {
  return value !== null && typeof value === "object" && "phone" in value ? value.phone : null;
}
