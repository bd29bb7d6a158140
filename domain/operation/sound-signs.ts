import type { HealthSigns } from "./health-things.ts";
import type { SecuritySigns } from "./self-check-things.ts";

/** Signs of an installation with which nothing is wrong; tests change one of them. */
export const soundSigns: HealthSigns = {
  database: { version: "17.5", durable: true, milliseconds: 2 },
  wallMissing: [],
  keys: "private",
  reached: "https",
  loops: [{ name: "scores", beatSeconds: 1, silentSeconds: 0, failures: 0 }],
  scores: { waiting: 0, oldestSeconds: 0 },
  counts: { waiting: 0, oldestSeconds: 0 },
  seals: { waiting: 0, oldestSeconds: 0 },
  anchors: { uncovered: 0, hours: 0, outside: true },
  disk: { freeBytes: 50e9, totalBytes: 100e9 },
  backupDays: 0,
};

export const soundSecurity: SecuritySigns = {
  secondFactorFor: "administrators",
  administrators: 3,
  administratorsWithoutFactor: 0,
  administratorsOfTwoKinds: 0,
  rolesUnheld: 0,
  accountsWithoutRole: 0,
  demo: false,
  auditWritable: 0,
  auditDays: 200,
  fieldsRead: 20,
  fieldsBroken: 0,
};
