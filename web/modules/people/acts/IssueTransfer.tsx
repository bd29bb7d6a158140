import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { CodeField } from "../../../app/frame/CodeField.tsx";
import { OrganizationFinder } from "../../../app/frame/OrganizationFinder.tsx";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import type { Person } from "../Basics.tsx";
import { transferTexts } from "../member-texts.ts";
import { useAct } from "../use-act.ts";
import { LetterFields } from "./LetterFields.tsx";

/**
 * Issues a letter of transfer to a branch of the group or to outside it. The branch is looked for by name; one that the
 * user may not see is named by its code.
 */
export function IssueTransfer({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(transferTexts);
  const { today } = useSession();
  const [where, setWhere] = useState<"inside" | "outside">("inside");
  const [form, setForm] = useState({ toCode: "", outsideName: "", letterNumber: "", issuedOn: today, validDays: "30" });
  const [found, setFound] = useState<{ id: string; name: string } | null>(null);
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const body = {
    toCode: where === "inside" ? form.toCode : null,
    outsideName: where === "outside" ? form.outsideName : null,
    letterNumber: form.letterNumber.trim() || null,
    issuedOn: form.issuedOn,
    validDays: Number(form.validDays),
  };
  const act = useAct(() => call("issueTransfer", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("issueTitle", { name: person.name })}
      confirm={t("issue")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("issueWhat")}</p>
      <Choice
        label={t("where")}
        options={[
          { key: "inside", label: t("inside") },
          { key: "outside", label: t("outside") },
        ]}
        value={where}
        onChange={setWhere}
      />
      {where === "inside" ? (
        <>
          <OrganizationFinder
            label={t("findBranch")}
            chosen={found}
            error={undefined}
            onChoose={(organization) => {
              setFound(organization);
              set({ toCode: organization.code });
            }}
          />
          <CodeField
            label={t("toCode")}
            hint={t("toCodeHint")}
            value={form.toCode}
            error={problems.toCode}
            onChange={(event) => {
              setFound(null);
              set({ toCode: event.target.value });
            }}
          />
        </>
      ) : (
        <TextField
          label={t("outsideName")}
          required
          most={100}
          value={form.outsideName}
          error={problems.outsideName}
          onChange={(event) => set({ outsideName: event.target.value })}
        />
      )}
      <LetterFields form={form} error={act.error} onChange={set} />
    </AskSheet>
  );
}
