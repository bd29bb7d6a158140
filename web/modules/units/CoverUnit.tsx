import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { OrganizationFinder } from "../../app/frame/OrganizationFinder.tsx";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import { unitTexts } from "./texts.ts";
import type { Unit } from "./UnitRow.tsx";
import { useUnitAct } from "./use-unit-act.ts";

/** Says from which day on which organisation covers a unit. */
export function CoverUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTexts(unitTexts);
  const { today } = useSession();
  const [validFrom, setValidFrom] = useState(today);
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const body = { organizationId: chosen?.id ?? "", validFrom, validTo: null };
  const act = useUnitAct(() => call("coverUnit", { params: { unitId: unit.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("coverOf", { unit: unit.name })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={act}
      blocked={chosen === null}
      onClose={onClose}
    >
      <p className="quiet">{t("coverWhat", { unit: unit.name })}</p>
      <OrganizationFinder label={t("coverage")} chosen={chosen} error={problems.organizationId} onChoose={setChosen} />
      <TextField
        label={t("from")}
        type="date"
        required
        value={validFrom}
        error={problems.validFrom}
        onChange={(event) => setValidFrom(event.target.value)}
      />
    </AskSheet>
  );
}
