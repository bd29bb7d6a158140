import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { ask } from "../../app/api/queries.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { useDutyAct } from "./use-duty-act.ts";

export type Duty = Answer<"getObligation">;
export type DutyRequest = Duty["requests"][number];
export type WorkSheetName = "start" | "progress" | "submit" | "hand_over";

const titles = { start: "start", progress: "report", submit: "submit", hand_over: "handOver" } as const;

/** A step of whoever owes the duty. */
export function WorkSheet({ duty, action, onClose }: { duty: Duty; action: WorkSheetName; onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const [progress, setProgress] = useState(String(duty.progress ?? 50));
  const [assigneeId, setAssigneeId] = useState("");
  const act = useDutyAct(
    (note) =>
      call("takeDutyStep", {
        params: { obligationId: duty.id },
        body: {
          action,
          note,
          progress: action === "progress" ? Number(progress) : null,
          assigneeId: action === "hand_over" ? assigneeId || null : null,
        },
      }),
    onClose,
  );
  const problems = problemsByField(act.error);
  const people = useQuery({
    ...ask("listPeople", { params: { organizationId: duty.organizationId }, query: { limit: 200 } }),
    enabled: action === "hand_over",
  });
  return (
    <AskSheet
      title={t(titles[action])}
      confirm={t(titles[action])}
      cancel={t("cancel")}
      act={act}
      {...(action === "start" ? {} : { reason: { label: t(action === "submit" ? "evidence" : "note") } })}
      blocked={action === "hand_over" && assigneeId === ""}
      onClose={onClose}
    >
      {action === "start" && <p className="quiet">{t("startNote")}</p>}
      {action === "submit" && <p className="quiet">{t("submitNote")}</p>}
      {action === "progress" && (
        <TextField
          label={t("howFar")}
          type="number"
          required
          min={0}
          max={100}
          value={progress}
          error={problems.progress}
          onChange={(event) => setProgress(event.target.value)}
        />
      )}
      {action === "hand_over" && (
        <SelectField
          label={t("whoTakes")}
          required
          source={people}
          value={assigneeId}
          error={problems.assigneeId}
          onChange={(event) => setAssigneeId(event.target.value)}
        >
          <option value="">{t("chooseWho")}</option>
          {people.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </AskSheet>
  );
}

/** Asks for more time, or to be let off. */
export function RequestSheet({ duty, kind, onClose }: { duty: Duty; kind: "extend" | "waive"; onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const deadline = duty.extendedTo ?? duty.dueOn;
  const [askedTo, setAskedTo] = useState("");
  const act = useDutyAct(
    (reason) =>
      call("raiseRequest", {
        params: { obligationId: duty.id },
        body: { kind, askedTo: kind === "extend" ? askedTo || null : null, reason },
      }),
    onClose,
  );
  const title = t(kind === "extend" ? "askTime" : "askWaiver");
  return (
    <AskSheet
      title={title}
      confirm={title}
      cancel={t("cancel")}
      act={act}
      reason={{ label: t("reason") }}
      onClose={onClose}
    >
      {kind === "extend" && (
        <TextField
          label={t("askedTo")}
          type="date"
          required
          min={deadline}
          value={askedTo}
          error={problemsByField(act.error).askedTo}
          onChange={(event) => setAskedTo(event.target.value)}
        />
      )}
    </AskSheet>
  );
}

/** Decides what somebody else asks. */
export function DecisionSheet(props: { duty: Duty; request: DutyRequest; approve: boolean; onClose: () => void }) {
  const { request, approve, onClose } = props;
  const t = useTexts(dutyTexts);
  const language = useLanguage();
  const act = useDutyAct(
    (reason) => call("decideRequest", { params: { requestId: request.id }, body: { approve, reason } }),
    onClose,
  );
  const title = t(approve ? "approve" : "refuse");
  const what = request.askedTo ? t("extendTo", { date: wordDate(language, request.askedTo) }) : t("waive");
  return (
    <AskSheet
      title={title}
      confirm={title}
      cancel={t("cancel")}
      act={act}
      reason={{ label: t("reason") }}
      onClose={onClose}
    >
      <p>{t("decideNote", { by: request.askedBy, what, reason: request.reason })}</p>
    </AskSheet>
  );
}

/** Accepts or returns what was handed in. */
export function CheckSheet({ duty, accept, onClose }: { duty: Duty; accept: boolean; onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const act = useDutyAct(
    (reason) => call("checkDuty", { params: { obligationId: duty.id }, body: { accept, reason } }),
    onClose,
  );
  const title = t(accept ? "accept" : "giveBack");
  return (
    <AskSheet
      title={title}
      confirm={title}
      cancel={t("cancel")}
      act={act}
      {...(accept ? {} : { reason: { label: t("reason") } })}
      onClose={onClose}
    >
      {accept && <p className="quiet">{t("acceptNote")}</p>}
    </AskSheet>
  );
}

/** Waives the duty. */
export function WaiverSheet({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const act = useDutyAct(
    (reason) =>
      call("waiveObligations", {
        params: { organizationId: duty.organizationId },
        body: { obligationIds: [duty.id], reason },
      }),
    onClose,
  );
  return (
    <AskSheet
      title={t("waive")}
      confirm={t("waive")}
      cancel={t("cancel")}
      act={act}
      reason={{ label: t("reason") }}
      onClose={onClose}
    >
      <p className="quiet">{t("waiveNote")}</p>
    </AskSheet>
  );
}
