import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { wordDate } from "../../app/frame/months.ts";
import { OrganizationFinder } from "../../app/frame/OrganizationFinder.tsx";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { unitTexts } from "./texts.ts";
import type { Unit } from "./UnitRow.tsx";
import styles from "./Units.module.css";
import { useUnitAct } from "./use-unit-act.ts";

/** Says from which day on which organisation covers a unit, or until which day what covers it does. */
export function CoverUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTexts(unitTexts);
  const language = useLanguage();
  const { today } = useSession();
  const { coverage } = unit;
  const [what, setWhat] = useState<"setCover" | "endCover">("setCover");
  const [validFrom, setValidFrom] = useState(today);
  const [lastDay, setLastDay] = useState(today);
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const body = { organizationId: chosen?.id ?? "", validFrom, validTo: null };
  const params = { unitId: unit.id };
  const act = useUnitAct(
    (): Promise<unknown> =>
      what === "endCover" ? call("endCoverage", { params, body: { lastDay } }) : call("coverUnit", { params, body }),
    onClose,
  );
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("coverOf", { unit: unit.name })}
      confirm={t(what === "endCover" ? "endCover" : "save")}
      cancel={t("cancel")}
      act={act}
      blocked={what === "setCover" && chosen === null}
      onClose={onClose}
    >
      {coverage && (
        <Choice
          label={t("coverDo")}
          options={(["setCover", "endCover"] as const).map((key) => ({ key, label: t(key) }))}
          value={what}
          onChange={(key) => {
            act.reset();
            setWhat(key);
          }}
        />
      )}
      {what === "setCover" && (
        <>
          <p className="quiet">{t("coverWhat", { unit: unit.name })}</p>
          <OrganizationFinder
            label={t("coverage")}
            chosen={chosen}
            error={problems.organizationId}
            onChoose={setChosen}
          />
          <TextField
            label={t("from")}
            type="date"
            required
            value={validFrom}
            error={problems.validFrom}
            onChange={(event) => setValidFrom(event.target.value)}
          />
        </>
      )}
      {what === "endCover" && coverage && (
        <>
          <ul className={styles.effects}>
            <li>{t("willEnd", { organization: coverage.name, unit: unit.name })}</li>
            <li>{t("goesWithAbove", { unit: unit.name })}</li>
            <li>{t("rightsFollow")}</li>
          </ul>
          <TextField
            label={t("lastDayOf")}
            hint={t("coveredSince", { date: wordDate(language, coverage.validFrom) })}
            type="date"
            required
            min={coverage.validFrom}
            value={lastDay}
            error={problems.lastDay}
            onChange={(event) => setLastDay(event.target.value)}
          />
        </>
      )}
    </AskSheet>
  );
}
