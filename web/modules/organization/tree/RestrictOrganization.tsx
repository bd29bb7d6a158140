import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { RestrictionField } from "../../../app/frame/RestrictionField.tsx";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { ActProps } from "./OrganizationActs.tsx";
import { treeTexts } from "./texts.ts";
import { useTreeAct } from "./use-act.ts";

/** Whether an organisation and all below are restricted, and what outsiders read instead of its name (PRV-22). */
export function RestrictOrganization({ organization, onDone, onClose }: ActProps) {
  const t = useTexts(treeTexts);
  const [restriction, setRestriction] = useState<Restriction | null>(organization.restriction);
  const [neutralName, setNeutralName] = useState(organization.neutralName ?? "");
  const body = { restriction, neutralName: restriction === null ? null : neutralName.trim() || null };
  const act = useTreeAct(
    () => call("restrictOrganization", { params: { organizationId: organization.id }, body }),
    () => onDone(),
  );
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("restrictTitle", { organization: organization.name })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("restrictWhat")}</p>
      <RestrictionField value={restriction} error={problems.restriction} onChange={setRestriction} />
      {restriction !== null && (
        <TextField
          label={t("neutralName")}
          hint={t("neutralNameHint")}
          optional
          most={100}
          value={neutralName}
          error={problems.neutralName}
          onChange={(event) => setNeutralName(event.target.value)}
        />
      )}
    </AskSheet>
  );
}
