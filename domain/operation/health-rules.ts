import {
  type HealthCheck,
  type HealthFinding,
  type HealthSigns,
  type HealthState,
  healthChecks,
  healthStates,
  type LoopSign,
  type Waiting,
} from "./health-things.ts";

/** From where on something is said, and from where on somebody has to come. */
export const healthLimits = {
  database: { warn: 250, bad: 2000 },
  queueSeconds: { warn: 60, bad: 600 },
  sealSeconds: { warn: 10, bad: 120 },
  anchorHours: { warn: 2, bad: 25 },
  diskPercent: { warn: 15, bad: 5 },
  backupDays: { warn: 2, bad: 8 },
  /** Beyond its beat; a long piece of work is no silence yet. */
  loopSilence: 600,
} as const;

type Judged = Omit<HealthFinding, "check">;

const judges: { readonly [C in HealthCheck]: (signs: HealthSigns) => Judged } = {
  database: ({ database: { version, durable, milliseconds } }) => ({
    state: durable ? above(milliseconds, healthLimits.database) : "bad",
    values: { version, milliseconds, durable: durable ? "yes" : "no" },
  }),
  wall: ({ wallMissing }) => ({
    state: wallMissing.length === 0 ? "good" : "bad",
    values: { count: wallMissing.length, tables: wallMissing.join(", ") },
  }),
  keys: ({ keys }) => ({ state: keys === "private" ? "good" : "bad", values: { keys } }),
  encryption: ({ reached }) => ({ state: reached === "plain" ? "bad" : "good", values: { reached } }),
  loops: ({ loops }) => {
    if (loops === null) return { state: "good", values: { count: 0, names: "", where: "elsewhere" } };
    const failing = loops.filter(({ failures }) => failures > 0);
    const silent = loops.filter(isSilent);
    const names = [...new Set([...failing, ...silent].map(({ name }) => name))];
    const state = failing.length > 0 || loops.length === 0 ? "bad" : silent.length > 0 ? "warn" : "good";
    return { state, values: { count: loops.length, names: names.join(", "), where: "here" } };
  },
  scores: ({ scores }) => queue(scores, healthLimits.queueSeconds),
  counts: ({ counts }) => queue(counts, healthLimits.queueSeconds),
  seals: ({ seals }) => queue(seals, healthLimits.sealSeconds),
  anchors: ({ anchors: { uncovered, hours, outside } }) => ({
    // A head that covers everything may be as old as it likes: nothing happened since.
    state: !outside ? "bad" : uncovered === 0 ? "good" : above(hours, healthLimits.anchorHours),
    values: { uncovered, hours, outside: outside ? "yes" : "no" },
  }),
  disk: ({ disk: { freeBytes, totalBytes } }) => {
    const percent = totalBytes > 0 ? Math.floor((freeBytes * 100) / totalBytes) : 0;
    const { warn, bad } = healthLimits.diskPercent;
    return {
      state: percent < bad ? "bad" : percent < warn ? "warn" : "good",
      values: { percent, gigabytes: Math.floor(freeBytes / 1e9) },
    };
  },
  backup: ({ backupDays }) => ({
    state: backupDays === null ? "warn" : above(backupDays, healthLimits.backupDays),
    values: { days: backupDays ?? "" },
  }),
};

/** How the installation is, what is wrong first. */
export function judgeHealth(signs: HealthSigns): HealthFinding[] {
  const found = healthChecks.map((check): HealthFinding => ({ check, ...judges[check](signs) }));
  return found.sort((one, other) => healthStates.indexOf(one.state) - healthStates.indexOf(other.state));
}

function queue({ waiting, oldestSeconds }: Waiting, limits: { warn: number; bad: number }): Judged {
  return { state: above(oldestSeconds, limits), values: { waiting, seconds: oldestSeconds } };
}

function above(value: number, { warn, bad }: { warn: number; bad: number }): HealthState {
  return value >= bad ? "bad" : value >= warn ? "warn" : "good";
}

function isSilent({ beatSeconds, silentSeconds }: LoopSign): boolean {
  return silentSeconds > beatSeconds + healthLimits.loopSilence;
}
