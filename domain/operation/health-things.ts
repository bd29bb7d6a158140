/** What is looked at, in the order in which it is told where nothing is wrong. */
export const healthChecks = [
  "database",
  "wall",
  "keys",
  "encryption",
  "loops",
  "scores",
  "counts",
  "seals",
  "anchors",
  "disk",
  "backup",
] as const;
export type HealthCheck = (typeof healthChecks)[number];

/** `bad` wants somebody now, `warn` soon. */
export const healthStates = ["bad", "warn", "good"] as const;
export type HealthState = (typeof healthStates)[number];

/** What waits in a queue, and for how long the oldest has waited. */
export type Waiting = { readonly waiting: number; readonly oldestSeconds: number };

/** A background loop of this process as it was last seen. */
export type LoopSign = {
  readonly name: string;
  /** Between two turns at most. */
  readonly beatSeconds: number;
  /** Since a turn ended, or since the start. */
  readonly silentSeconds: number;
  /** Turns in a row that threw. */
  readonly failures: number;
};

/** What the program can see of the installation it runs in. */
export type HealthSigns = {
  readonly database: { readonly version: string; readonly durable: boolean; readonly milliseconds: number };
  /** Tables of groups without a policy. */
  readonly wallMissing: readonly string[];
  /** Of the file of keys: readable by its owner alone, by others, or not there. */
  readonly keys: "private" | "open" | "missing";
  /** How users reach the program. */
  readonly reached: "https" | "this_machine" | "plain";
  /** Null where a process of its own runs them. */
  readonly loops: readonly LoopSign[] | null;
  readonly scores: Waiting;
  readonly counts: Waiting;
  readonly seals: Waiting;
  readonly anchors: {
    /** Seals that no signed head covers. */
    readonly uncovered: number;
    /** Since the newest signed head, without any since the first entry. */
    readonly hours: number;
    /** The newest head, if there is one, stands in the file outside the database too. */
    readonly outside: boolean;
  };
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  /** Days since a backup left its mark; null without any. */
  readonly backupDays: number | null;
};

/** One thing that was looked at: how it is, and the figures of its sentence. */
export type HealthFinding = {
  readonly check: HealthCheck;
  readonly state: HealthState;
  readonly values: Readonly<Record<string, string | number>>;
};
