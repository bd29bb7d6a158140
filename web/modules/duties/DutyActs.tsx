import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMayHere } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { CheckSheet, type Duty, RequestSheet, WaiverSheet, WorkSheet, type WorkSheetName } from "./DutySheets.tsx";
import { dutyTexts } from "./duty-texts.ts";
import styles from "./Plans.module.css";

type Sheet = WorkSheetName | "extend" | "ask_waiver" | "accept" | "return" | "waive";

const titles = {
  start: "start",
  progress: "report",
  submit: "submit",
  hand_over: "handOver",
  extend: "askTime",
  ask_waiver: "askWaiver",
  accept: "accept",
  return: "giveBack",
  waive: "waive",
} as const satisfies Record<Sheet, string>;

/** What the caller may do with the duty now. */
export function DutyActs({ duty }: { duty: Duty }) {
  const t = useTexts(dutyTexts);
  const may = useMayHere();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = () => setSheet(null);
  const sheets = sheetsFor(duty);
  const isRecord =
    duty.kind === "record" && (duty.state === "todo" || duty.state === "in_progress" || duty.state === "returned");
  return (
    <div className={styles.acts}>
      {duty.recordId !== null && may("record.read", duty.organizationId) && (
        <Link to="/records/$recordId" params={{ recordId: duty.recordId }} className={buttonClass("quiet")}>
          {t("seeRecord")}
        </Link>
      )}
      {isRecord && may("record.draft", duty.organizationId) && (
        <Link
          to="/record/$templateCode"
          params={{ templateCode: duty.templateCode }}
          search={{ org: duty.organizationId }}
          className={buttonClass("primary")}
        >
          {t("fill")}
        </Link>
      )}
      {sheets.map((name) => (
        <Button
          key={name}
          kind={name === "submit" || name === "accept" ? "primary" : "quiet"}
          onClick={() => setSheet(name)}
        >
          {t(titles[name])}
        </Button>
      ))}
      {(sheet === "start" || sheet === "progress" || sheet === "submit" || sheet === "hand_over") && (
        <WorkSheet duty={duty} action={sheet} onClose={close} />
      )}
      {(sheet === "extend" || sheet === "ask_waiver") && (
        <RequestSheet duty={duty} kind={sheet === "extend" ? "extend" : "waive"} onClose={close} />
      )}
      {(sheet === "accept" || sheet === "return") && (
        <CheckSheet duty={duty} accept={sheet === "accept"} onClose={close} />
      )}
      {sheet === "waive" && <WaiverSheet duty={duty} onClose={close} />}
    </div>
  );
}

function sheetsFor({ kind, state, may, requests }: Duty): Sheet[] {
  const open = state === "todo" || state === "in_progress" || state === "returned";
  const asked = (what: "extend" | "waive") =>
    requests.some((request) => request.kind === what && request.state === "open");
  return [
    ...(may.work && kind === "task" && state === "todo" ? (["start"] as const) : []),
    ...(may.work && kind === "task" && (state === "in_progress" || state === "returned")
      ? (["progress"] as const)
      : []),
    ...(may.work && kind === "task" && open ? (["submit"] as const) : []),
    ...(may.work && open ? (["hand_over"] as const) : []),
    ...(may.work && open && !asked("extend") ? (["extend"] as const) : []),
    ...(may.work && !may.decide && open && !asked("waive") ? (["ask_waiver"] as const) : []),
    ...(may.check && state === "submitted" ? (["accept", "return"] as const) : []),
    ...(may.decide && (open || state === "submitted") ? (["waive"] as const) : []),
  ];
}
