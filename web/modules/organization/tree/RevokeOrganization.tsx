import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { ActProps } from "./OrganizationActs.tsx";
import { treeTexts } from "./texts.ts";
import { useTreeAct } from "./use-act.ts";

/** The end of an organisation: its last day and the decision it rests on. */
export function RevokeOrganization({ organization: { id, name }, onDone, onClose }: ActProps) {
  const t = useTexts(treeTexts);
  const { today } = useSession();
  const [body, setBody] = useState({ lastDay: today, reason: "" });
  const act = useTreeAct(
    () => call("revokeOrganization", { params: { organizationId: id }, body }),
    () => onDone(),
  );
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("revokeTitle", { organization: name })}
      confirm={t("revoke")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("revokeWhat")}</p>
      <TextField
        label={t("lastDay")}
        type="date"
        required
        value={body.lastDay}
        error={problems.lastDay}
        onChange={(event) => setBody({ ...body, lastDay: event.target.value })}
      />
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        required
        most={500}
        value={body.reason}
        error={problems.reason}
        onChange={(event) => setBody({ ...body, reason: event.target.value })}
      />
    </AskSheet>
  );
}
