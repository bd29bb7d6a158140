import { type UnitKind, unitKinds } from "@dutyloop/domain/organization/unit-things.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { CodeField } from "../../app/frame/CodeField.tsx";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import { unitKindTexts, unitTexts } from "./texts.ts";
import type { Unit } from "./UnitRow.tsx";
import { useUnitAct } from "./use-unit-act.ts";

/** A new unit below another, or at the top. */
export function CreateUnit({ above, onClose }: { above: Unit | null; onClose: () => void }) {
  const t = useTexts(unitTexts);
  const kindName = useTexts(unitKindTexts);
  const { today } = useSession();
  const [kind, setKind] = useState<UnitKind>(
    above === null ? "COMPANY" : above.kind === "DEPARTMENT" ? "TEAM" : "DEPARTMENT",
  );
  const [typed, setTyped] = useState({ name: "", code: "", region: "", validFrom: today, validTo: "" });
  const body = {
    parentId: above?.id ?? null,
    kind,
    name: typed.name,
    code: typed.code,
    region: typed.region.trim() || null,
    validFrom: typed.validFrom,
    validTo: kind === "PROJECT" ? typed.validTo || null : null,
  };
  const act = useUnitAct(() => call("createUnit", { body }), onClose);
  const problems = problemsByField(act.error);
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    error: problems[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <AskSheet
      title={above === null ? t("create") : t("createOf", { unit: above.name })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <SelectField
        label={t("kind")}
        value={kind}
        error={problems.kind}
        onChange={(event) => setKind(event.target.value as UnitKind)}
      >
        {unitKinds.map((one) => (
          <option key={one} value={one}>
            {kindName(one)}
          </option>
        ))}
      </SelectField>
      <TextField label={t("name")} required most={100} {...field("name")} />
      <CodeField {...field("code")} />
      <TextField label={t("region")} hint={t("regionHint")} optional most={60} {...field("region")} />
      <TextField label={t("from")} type="date" required {...field("validFrom")} />
      {kind === "PROJECT" && (
        <TextField label={t("lastDay")} hint={t("lastDayHint")} type="date" optional {...field("validTo")} />
      )}
    </AskSheet>
  );
}
