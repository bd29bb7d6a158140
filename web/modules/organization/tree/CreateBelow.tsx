import { kindsUnder } from "@dutyloop/domain/organization/placement-things.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { CodeField } from "../../../app/frame/CodeField.tsx";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { kindTexts } from "../texts.ts";
import type { ActProps } from "./OrganizationActs.tsx";
import { treeTexts } from "./texts.ts";
import { useTreeAct } from "./use-act.ts";

const bound: readonly OrganizationKind[] = ["PROJECT_BRANCH", "TEMP_BRANCH"];
const blank = { name: "", code: "", class: "", boundTo: "", boundUntil: "", approval: "" };

/** A new organisation below the one in view. */
export function CreateBelow({ organization: { id, name, kind: above }, onDone, onClose }: ActProps) {
  const t = useTexts(treeTexts);
  const kindName = useTexts(kindTexts);
  const { today } = useSession();
  const kinds = kindsUnder(above);
  const [kind, setKind] = useState<OrganizationKind>(kinds.includes("BRANCH") ? "BRANCH" : (kinds[0] ?? "BRANCH"));
  const [validFrom, setValidFrom] = useState(today);
  const [texts, setTexts] = useState(blank);
  const isBound = bound.includes(kind);
  const given = (key: keyof typeof blank) => texts[key].trim() || null;
  const act = useTreeAct(
    () =>
      call("createOrganization", {
        body: {
          parentId: id,
          kind,
          validFrom,
          name: texts.name,
          code: texts.code,
          class: given("class"),
          boundTo: isBound ? given("boundTo") : null,
          boundUntil: isBound ? given("boundUntil") : null,
          approval: given("approval"),
        },
      }),
    ({ id: made }) => onDone(made),
  );
  const problems = problemsByField(act.error);
  const field = (key: keyof typeof blank) => ({
    value: texts[key],
    error: problems[key],
    onChange: (event: { target: { value: string } }) => setTexts({ ...texts, [key]: event.target.value }),
  });
  return (
    <AskSheet
      title={t("createTitle", { organization: name })}
      confirm={t("create")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("createWhat")}</p>
      <SelectField
        label={t("kind")}
        value={kind}
        error={problems.kind ?? problems.parentId}
        onChange={(event) => setKind(event.target.value as OrganizationKind)}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindName(one)}
          </option>
        ))}
      </SelectField>
      <TextField label={t("name")} required most={100} {...field("name")} />
      <CodeField {...field("code")} />
      <TextField
        label={t("validFrom")}
        type="date"
        required
        value={validFrom}
        error={problems.validFrom}
        onChange={(event) => setValidFrom(event.target.value)}
      />
      <TextField label={t("class")} hint={t("classHint")} optional most={40} {...field("class")} />
      {isBound && <TextField label={t("forWhat")} required most={200} {...field("boundTo")} />}
      {isBound && <TextField label={t("until")} type="date" optional {...field("boundUntil")} />}
      <TextField
        label={t("approvalOf")}
        hint={t("reasonHint")}
        optional={kind !== "TEMP_BRANCH"}
        required={kind === "TEMP_BRANCH"}
        most={200}
        {...field("approval")}
      />
    </AskSheet>
  );
}
