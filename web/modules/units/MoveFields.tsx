import { useTexts } from "../../app/language/texts.ts";
import { Choice } from "../../ui/Tabs.tsx";
import { unitTexts } from "./texts.ts";
import { UnitFinder } from "./UnitFinder.tsx";
import type { Unit } from "./UnitRow.tsx";
import styles from "./Units.module.css";

/** Where a unit is to go: to the top, or below a unit that is still to be found or was. */
export type Goal = { readonly top: true } | { readonly top: false; readonly parent: Unit | null };
type Props = {
  unit: Unit;
  organizationId: string;
  goal: Goal;
  error: string | undefined;
  onChange: (goal: Goal) => void;
};

/** Where a unit with all below it goes, and what follows from it. */
export function MoveFields({ unit, organizationId, goal, error, onChange }: Props) {
  const t = useTexts(unitTexts);
  const parent = goal.top ? null : goal.parent;
  const known = goal.top || parent !== null;
  const restricted = parent !== null && parent.restriction !== null && unit.restriction === null;
  return (
    <>
      {unit.parentId !== null && (
        <Choice
          label={t("moveWhere")}
          options={[
            { key: "below", label: t("belowUnit") },
            { key: "top", label: t("atTop") },
          ]}
          value={goal.top ? "top" : "below"}
          onChange={(key) => onChange(key === "top" ? { top: true } : { top: false, parent: null })}
        />
      )}
      {!goal.top && (
        <UnitFinder
          {...{ unit, organizationId, error }}
          label={t("newParent")}
          chosen={parent}
          onChoose={(found) => onChange({ top: false, parent: found })}
        />
      )}
      {known && (
        <ul className={styles.effects}>
          <li>
            {parent ? t("willStandBelow", { unit: unit.name, parent: parent.name }) : t("willStandTop", unitOf(unit))}
          </li>
          <li>
            <Keeper unit={unit} parent={parent} />
          </li>
          {restricted && <li>{t("willBeRestricted", unitOf(unit))}</li>}
          <li>{t("forAllDays")}</li>
        </ul>
      )}
    </>
  );
}

/** Who answers for it then: what covers it itself goes on, else it goes with what it comes to stand below. */
function Keeper({ unit, parent }: { unit: Unit; parent: Unit | null }) {
  const t = useTexts(unitTexts);
  if (unit.coverage !== null) return t("staysCovered", { organization: unit.coverage.name });
  if (parent === null) return t("goesWithTop");
  const [from, to] = [unit.keeper, parent.keeper];
  if (to === null || from?.id === to.id) return t("staysWith", { organization: from?.name ?? "–" });
  return t("goesWith", { from: from?.name ?? "–", to: to.name });
}

const unitOf = ({ name }: Unit) => ({ unit: name });
