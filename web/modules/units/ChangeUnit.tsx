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
import { type Goal, MoveFields } from "./MoveFields.tsx";
import { unitTexts } from "./texts.ts";
import type { Unit } from "./UnitRow.tsx";
import { useUnitAct } from "./use-unit-act.ts";

const acts = ["rename", "move", "restrict", "end"] as const;
type What = (typeof acts)[number];
type Props = { unit: Unit; organizationId: string; onClose: () => void };

/** Another name or region, another place, whether it is restricted, or its end: one act at a time. */
export function ChangeUnit({ unit, organizationId, onClose }: Props) {
  const t = useTexts(unitTexts);
  const { today } = useSession();
  const [what, setWhat] = useState<What>("rename");
  const [name, setName] = useState(unit.name);
  const [region, setRegion] = useState(unit.region ?? "");
  const [restriction, setRestriction] = useState<Restriction | null>(unit.restriction);
  const [lastDay, setLastDay] = useState(today);
  const [goal, setGoal] = useState<Goal>({ top: false, parent: null });
  const parentId = goal.top ? null : (goal.parent?.id ?? null);
  const params = { unitId: unit.id };
  const act = useUnitAct((): Promise<unknown> => {
    if (what === "rename") return call("renameUnit", { params, body: { name, region: region.trim() || null } });
    if (what === "move") return call("moveUnit", { params, body: { parentId } });
    if (what === "restrict") return call("restrictUnit", { params, body: { restriction } });
    return call("endUnit", { params, body: { lastDay } });
  }, onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("changeOf", { unit: unit.name })}
      confirm={t(what === "end" || what === "move" ? what : "save")}
      cancel={t("cancel")}
      act={act}
      blocked={what === "move" && !goal.top && goal.parent === null}
      onClose={onClose}
    >
      <Choice
        label={t("changeWhat")}
        options={acts.map((key) => ({ key, label: t(key) }))}
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
      {what === "move" && (
        <MoveFields
          {...{ unit, organizationId, goal }}
          error={problems.parentId}
          onChange={(to) => {
            act.reset();
            setGoal(to);
          }}
        />
      )}
      {what === "restrict" && (
        <RestrictionField value={restriction} error={problems.restriction} onChange={setRestriction} />
      )}
      {(what === "end" || what === "restrict") && <p className="quiet">{t(`${what}What`)}</p>}
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
