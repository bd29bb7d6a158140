import { expect, test } from "vitest";
import type { HealthSigns } from "./health-things.ts";
import { selfCheck } from "./self-check-rules.ts";
import { controls, type SecuritySigns } from "./self-check-things.ts";
import { soundSecurity, soundSigns } from "./sound-signs.ts";

const failed = (health: Partial<HealthSigns>, security: Partial<SecuritySigns> = {}) =>
  selfCheck({ ...soundSigns, ...health }, { ...soundSecurity, ...security }).flatMap(({ item, result }) =>
    result === "fail" ? [item] : [],
  );

test("nothing fails where everything is sound, and what no program can see is left to the operator", () => {
  expect(failed({})).toEqual([]);
  const lines = selfCheck(soundSigns, soundSecurity);
  expect(lines.filter(({ result }) => result === "operator").map(({ item }) => item)).toEqual([
    "known_vulnerabilities",
    "ports_closed",
    "malicious_code",
    "trusted_start",
    "disk_encrypted",
    "restore_tested",
    "copy_elsewhere",
    "shared_machines",
    "personal_register",
  ]);
  expect([...new Set(lines.map(({ control }) => control))]).toEqual([...controls]);
  expect(new Set(lines.map(({ item }) => item)).size).toBe(lines.length);
});

test.each<[string[], Partial<HealthSigns>, Partial<SecuritySigns>]>([
  [["second_factor_demanded"], {}, { secondFactorFor: "nobody" }],
  [["second_factor_set"], {}, { administratorsWithoutFactor: 1 }],
  [["sign_in_encrypted"], { reached: "plain" }, {}],
  [["administrators_apart"], {}, { administratorsOfTwoKinds: 1 }],
  [["administrators_there"], {}, { rolesUnheld: 1 }],
  [["accounts_without_role"], {}, { accountsWithoutRole: 2 }],
  [["demo_absent"], {}, { demo: true }],
  [["groups_walled"], { wallMissing: ["record"] }, {}],
  [["audit_append_only", "audit_kept"], {}, { auditWritable: 1 }],
  [["audit_sealed"], { seals: { waiting: 3, oldestSeconds: 10 } }, {}],
  [["audit_outside"], { anchors: { uncovered: 3, hours: 1, outside: false } }, {}],
  [["keys_private"], { keys: "open" }, {}],
  [["fields_encrypted"], {}, { fieldsBroken: 1 }],
  [["backup_recent"], { backupDays: 2 }, {}],
  [["backup_recent"], { backupDays: null }, {}],
])("%s fails alone", (items, health, security) => expect(failed(health, security)).toEqual(items));
