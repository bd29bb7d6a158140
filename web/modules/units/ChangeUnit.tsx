import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { RestrictionField } from "../../app/frame/RestrictionField.tsx";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { unitTexts } from "./texts.ts";
import type { Unit } from "./UnitRow.tsx";
import { useUnitAct } from "./use-unit-act.ts";

type What = "rename" | "restrict" | "end";

/** Another name or region, whether it is restricted, or its end: one act at a time. */
export function ChangeUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTexts(unitTexts);
  const { today } = useSession();
  const [what, setWhat] = useState<What>("rename");
  const [name, setName] = useState(unit.name);
  const [region, setRegion] = useState(unit.region ?? "");
  const [restriction, setRestriction] = useState<Restriction | null>(unit.restriction);
  const [lastDay, setLastDay] = useState(today);
  const params = { unitId: unit.id };
  const act = useUnitAct((): Promise<unknown> => {
    if (what === "rename") return call("renameUnit", { params, body: { name, region: region.trim() || null } });
    if (what === "restrict") return call("restrictUnit", { params, body: { restriction } });
    return call("endUnit", { params, body: { lastDay } });
  }, onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("changeOf", { unit: unit.name })}
      confirm={t(what === "end" ? "end" : "save")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <Choice
        label={t("changeWhat")}
        options={(["rename", "restrict", "end"] as const).map((key) => ({ key, label: t(key) }))}
        value={what}
        onChange={(chosen) => {
          act.reset();
          setWhat(chosen);
        }}
      />
      {what === "rename" && (
        <>
          <TextField
            label={t("name")}
            required
            most={100}
            value={name}
            error={problems.name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t("region")}
            optional
            most={60}
            value={region}
            error={problems.region}
            onChange={(event) => setRegion(event.target.value)}
          />
        </>
      )}
      {what === "restrict" && (
        <RestrictionField value={restriction} error={problems.restriction} onChange={setRestriction} />
      )}
      {what !== "rename" && <p className="quiet">{t(what === "end" ? "endWhat" : "restrictWhat")}</p>}
      {what === "end" && (
        <TextField
          label={t("lastDayOf")}
          type="date"
          required
          value={lastDay}
          error={problems.lastDay}
          onChange={(event) => setLastDay(event.target.value)}
        />
      )}
    </AskSheet>
  );
}
