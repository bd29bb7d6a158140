import type { Body } from "@dutyloop/contract/endpoints.ts";
import { asksOf, type StepMaterial } from "@dutyloop/domain/organization/development-things.ts";
import type { Scan } from "./fingerprints.ts";

/** What is typed into the form of a step; fields a step doesn't ask for stay as they are. */
export type StepForm = {
  readonly on: string;
  readonly papers: readonly StepMaterial[];
  readonly scans: readonly Scan[];
  readonly conclusion: "" | "passed" | "failed";
  readonly approvedBy: "committee" | "general_branch";
  readonly authorised: boolean;
  readonly people: readonly [string, string];
  readonly rights: boolean;
  readonly days: string;
  readonly hours: string;
  readonly noticeFrom: string;
  readonly noticeTo: string;
  readonly special: boolean;
  readonly groupId: string;
};

/** Nothing is assumed: no paper is ticked, no conclusion chosen. */
export function startOf(today: string): StepForm {
  return {
    on: today,
    papers: [],
    scans: [],
    conclusion: "",
    approvedBy: "committee",
    authorised: false,
    people: ["", ""],
    rights: false,
    days: "",
    hours: "",
    noticeFrom: "",
    noticeTo: "",
    special: false,
    groupId: "",
  };
}

/** What is sent: only what the step asks for, so that a value typed for another never goes along. */
export function bodyOf(step: number, form: StepForm): Body<"takeStep"> {
  const asks = asksOf(step);
  const { conclusion, noticeFrom, noticeTo } = form;
  const chosen = form.people.filter((personId) => personId !== "");
  const rightsSuspended = step === 9 && !form.rights;
  return {
    on: form.on,
    papers: [...form.papers],
    files: form.scans.map(({ hash }) => hash),
    ...(asks.includes("conclusion") && conclusion !== "" ? { conclusion } : {}),
    ...(asks.includes("approver") ? { approver: { by: form.approvedBy, authorised: form.authorised } } : {}),
    ...(asks.includes("supporters") ? { supporters: chosen.map((personId) => ({ personId, rightsSuspended })) } : {}),
    ...(asks.includes("training") ? { training: { days: Number(form.days), hours: Number(form.hours) } } : {}),
    ...(asks.includes("notice") && noticeFrom !== "" && noticeTo !== ""
      ? { notice: { from: noticeFrom, to: noticeTo } }
      : {}),
    ...(asks.includes("special") ? { special: form.special } : {}),
    ...(asks.includes("group") && form.groupId !== "" ? { groupId: form.groupId } : {}),
  };
}
