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

/** Another name or class from a day on. */
export function RenameOrganization({ organization: { id, name, class: itsClass }, onDone, onClose }: ActProps) {
  const t = useTexts(treeTexts);
  const { today } = useSession();
  const [body, setBody] = useState({ name, class: itsClass ?? "", on: today });
  const send = { ...body, class: body.class.trim() || null };
  const act = useTreeAct(
    () => call("renameOrganization", { params: { organizationId: id }, body: send }),
    () => onDone(),
  );
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("renameTitle", { organization: name })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("renameWhat")}</p>
      <TextField
        label={t("name")}
        required
        most={100}
        value={body.name}
        error={problems.name}
        onChange={(event) => setBody({ ...body, name: event.target.value })}
      />
      <TextField
        label={t("class")}
        hint={t("classHint")}
        optional
        most={40}
        value={body.class}
        error={problems.class}
        onChange={(event) => setBody({ ...body, class: event.target.value })}
      />
      <TextField
        label={t("on")}
        hint={t("onHint")}
        type="date"
        required
        max={today}
        value={body.on}
        error={problems.on}
        onChange={(event) => setBody({ ...body, on: event.target.value })}
      />
    </AskSheet>
  );
}
