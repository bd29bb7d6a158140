/** The controls of 等保 level three that a program can have a part in (GB/T 22239, 安全计算环境). */
export const controls = [
  "identification",
  "access",
  "auditing",
  "intrusion",
  "integrity",
  "confidentiality",
  "backup",
  "remaining",
  "personal",
] as const;
export type Control = (typeof controls)[number];

/** What is asked for within a control. */
export const selfCheckItems = [
  "second_factor_demanded",
  "second_factor_set",
  "sign_in_encrypted",
  "administrators_apart",
  "administrators_there",
  "accounts_without_role",
  "demo_absent",
  "groups_walled",
  "audit_append_only",
  "audit_sealed",
  "audit_outside",
  "audit_kept",
  "known_vulnerabilities",
  "ports_closed",
  "malicious_code",
  "trusted_start",
  "keys_private",
  "fields_encrypted",
  "disk_encrypted",
  "backup_recent",
  "restore_tested",
  "copy_elsewhere",
  "shared_machines",
  "personal_register",
] as const;
export type SelfCheckItem = (typeof selfCheckItems)[number];

/** `operator`: nothing that the program sees could prove it. */
export const selfCheckResults = ["pass", "fail", "operator"] as const;
export type SelfCheckResult = (typeof selfCheckResults)[number];

export type SelfCheckLine = {
  readonly control: Control;
  readonly item: SelfCheckItem;
  readonly result: SelfCheckResult;
  /** The figures that prove it. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** What the program can see of accounts and audit, beside its health. */
export type SecuritySigns = {
  readonly secondFactorFor: string;
  readonly administrators: number;
  readonly administratorsWithoutFactor: number;
  /** Accounts with two of the three roles today. */
  readonly administratorsOfTwoKinds: number;
  /** Of the three roles those that nobody active holds. */
  readonly rolesUnheld: number;
  /** Active accounts whom nothing is granted today. */
  readonly accountsWithoutRole: number;
  /** Accounts of the demo with a password that stands in a file. */
  readonly demo: boolean;
  /** Tables of the audit that the program's database role could change or empty. */
  readonly auditWritable: number;
  /** Days since the first entry. */
  readonly auditDays: number;
  /** Private fields that were read back, and how many of them couldn't be. */
  readonly fieldsRead: number;
  readonly fieldsBroken: number;
};
