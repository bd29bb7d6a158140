import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { OrganizationFinder } from "../../../app/frame/OrganizationFinder.tsx";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { ActProps } from "./OrganizationActs.tsx";
import { treeTexts } from "./texts.ts";
import { useTreeAct } from "./use-act.ts";

/** Another parent from a day on, with everything below. */
export function MoveOrganization({ organization: { id, name }, onDone, onClose }: ActProps) {
  const t = useTexts(treeTexts);
  const { today } = useSession();
  const [parent, setParent] = useState<{ id: string; name: string } | null>(null);
  const [on, setOn] = useState(today);
  const act = useTreeAct(
    () => call("moveOrganization", { params: { organizationId: id }, body: { parentId: parent?.id ?? "", on } }),
    () => onDone(),
  );
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("moveTitle", { organization: name })}
      confirm={t("move")}
      cancel={t("cancel")}
      act={act}
      blocked={parent === null}
      onClose={onClose}
    >
      <p className="quiet">{t("moveWhat")}</p>
      <OrganizationFinder label={t("newParent")} chosen={parent} error={problems.parentId} onChoose={setParent} />
      <TextField
        label={t("on")}
        hint={t("onHint")}
        type="date"
        required
        max={today}
        value={on}
        error={problems.on}
        onChange={(event) => setOn(event.target.value)}
      />
    </AskSheet>
  );
}
