import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { HealthCheck } from "@dutyloop/domain/operation/health-things.ts";
import type { SelfCheckItem } from "@dutyloop/domain/operation/self-check-things.ts";
import type { Language } from "../../../app/language/language.ts";
import { fill } from "../../../app/language/texts.ts";
import { healthTexts } from "./health-texts.ts";
import { selfCheckTexts } from "./self-check-texts.ts";

export type Finding = Answer<"getHealth">["items"][number];
export type SelfCheckLine = Answer<"getSelfCheck">["items"][number];
type Values = Readonly<Record<string, string | number>>;

/** Where the guide tells what to do about each. */
export const chapterOfCheck: Readonly<Record<HealthCheck, string>> = {
  database: "operate/database",
  wall: "operate/security",
  keys: "operate/backup",
  encryption: "operate/start-stop",
  loops: "operate/start-stop",
  scores: "operate/start-stop",
  counts: "operate/start-stop",
  seals: "operate/audit",
  anchors: "operate/audit",
  disk: "operate/start-stop",
  backup: "operate/backup",
};

const ofOperator: Partial<Record<SelfCheckItem, string>> = {
  known_vulnerabilities: "operate/security",
  ports_closed: "operate/start-stop",
  malicious_code: "operate/security",
  trusted_start: "operate/security",
  disk_encrypted: "operate/security",
  restore_tested: "operate/backup",
  copy_elsewhere: "operate/backup",
  shared_machines: "operate/security",
  personal_register: "operate/security",
};

const ofFailure: Partial<Record<SelfCheckItem, string>> = {
  second_factor_demanded: "operate/configuration",
  second_factor_set: "operate/sign-in",
  sign_in_encrypted: "operate/start-stop",
  administrators_apart: "guide/administrators",
  administrators_there: "guide/administrators",
  accounts_without_role: "guide/administrators",
  demo_absent: "operate/start-stop",
  groups_walled: "operate/security",
  keys_private: "operate/backup",
  fields_encrypted: "operate/backup",
  backup_recent: "operate/backup",
};

/** The document to look at: for the operator's own proof, or to put right what doesn't hold; null where it holds. */
export function chapterOfLine({ item, result }: SelfCheckLine): string | null {
  if (result === "pass") return null;
  return (result === "operator" ? ofOperator[item] : ofFailure[item]) ?? "operate/audit";
}

/** How a check is, in a sentence. */
export function saidOf(language: Language, { check, state, values }: Finding): string {
  const words: Readonly<Record<string, string>> = healthTexts[language];
  const kind =
    check === "backup" && values.days === ""
      ? "never"
      : check === "loops" && values.where === "elsewhere"
        ? "elsewhere"
        : check === "loops" && values.count === 0
          ? "none"
          : state === "good"
            ? "good"
            : "wrong";
  return fill(words[`${check}_${kind}`] ?? check, worded(language, values));
}

/** What proves a line of the self-check; nothing where only the operator can. */
export function proofOf(language: Language, { item, result, values }: SelfCheckLine): string {
  if (result === "operator") return "";
  const words: Readonly<Record<string, string>> = selfCheckTexts[language];
  return fill(words[`${item}_${values.days === "" ? "never" : "proof"}`] ?? "", worded(language, values));
}

const states: ReadonlySet<string> = new Set(["durable", "outside", "keys", "reached", "policy"]);

/** Values that are states are said in words; names of tables and tasks stay what they are. */
function worded(language: Language, values: Values): Record<string, string | number> {
  const words: Readonly<Record<string, string>> = healthTexts[language];
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, states.has(key) ? (words[value] ?? value) : value]),
  );
}
