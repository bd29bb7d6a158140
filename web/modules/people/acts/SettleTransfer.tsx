import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import type { Letter } from "../LetterStanding.tsx";
import { transferTexts } from "../member-texts.ts";
import { useAct } from "../use-act.ts";
import { GroupOfBranch } from "./GroupOfBranch.tsx";

type Props = { letter: Letter; onClose: () => void };

/** The receipt of a letter: from which day on, and into which 党小组 of the new branch. */
export function Receive({ letter, onClose }: Props) {
  const t = useTexts(transferTexts);
  const { today } = useSession();
  const { id, personName, to, toOrganizationId, issuedOn } = letter;
  const [on, setOn] = useState(today);
  const [groupId, setGroupId] = useState("");
  const body = { on, groupId: groupId || null };
  const act = useAct(() => call("acknowledgeTransfer", { params: { transferId: id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("receiveTitle", { name: personName })}
      confirm={t("receive")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{toOrganizationId === null ? t("leaveWhat", { to }) : t("receiveWhat", { to })}</p>
      <TextField
        label={t("receiveOn")}
        type="date"
        required
        min={issuedOn}
        max={today}
        value={on}
        error={problems.on}
        onChange={(event) => setOn(event.target.value)}
      />
      {toOrganizationId !== null && (
        <GroupOfBranch
          organizationId={toOrganizationId}
          value={groupId}
          error={problems.groupId}
          onChange={setGroupId}
        />
      )}
    </AskSheet>
  );
}

/** Turns a letter down, or takes it back; never without a reason. */
export function Return({ letter: { id, personName, issuedOn }, onClose }: Props) {
  const t = useTexts(transferTexts);
  const { today } = useSession();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const act = useAct(() => call("returnTransfer", { params: { transferId: id }, body: { on, reason } }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("backTitle", { name: personName })}
      confirm={t("back")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("backWhat")}</p>
      <TextField
        label={t("backOn")}
        type="date"
        required
        min={issuedOn}
        max={today}
        value={on}
        error={problems.on}
        onChange={(event) => setOn(event.target.value)}
      />
      <TextArea
        label={t("reason")}
        required
        most={500}
        value={reason}
        error={problems.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskSheet>
  );
}
