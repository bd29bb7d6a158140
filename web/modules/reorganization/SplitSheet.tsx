import { useState } from "react";
import { newId } from "../../app/api/new-id.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Check } from "./CreateSheet.tsx";
import type { SheetProps } from "./NodePanel.tsx";
import { split } from "./plan-edits.ts";
import type { CreateAct } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { studioTexts } from "./texts.ts";

/** A branch becomes one for each of its departments, with the people who work there. */
export function SplitSheet({ node, tree, basis, acts, onPlan, onClose }: SheetProps) {
  const t = useTexts(studioTexts);
  const units = basis.units.filter(({ id }) => node.people.some(({ unitId }) => unitId === id));
  const [wanted, setWanted] = useState<ReadonlySet<string>>(() => new Set(units.map(({ id }) => id)));
  const left = node.people.filter(({ unitId }) => unitId === null || !wanted.has(unitId)).length;
  const [stays, setStays] = useState(left > 0);
  const divide = () => {
    const parts = units
      .filter(({ id }) => wanted.has(id))
      .map(({ id, name, proposedCode }) => {
        const organization: CreateAct = {
          act: "create",
          id: newId(),
          kind: "BRANCH",
          parentId: node.parentId ?? tree.topId,
          class: node.class,
          code: proposedCode,
          name: t("branchOf", { unit: name }),
          unitIds: [id],
          predecessorIds: [],
          approved: false,
          adoptsTemplates: true,
        };
        return {
          organization,
          personIds: node.people.filter(({ unitId }) => unitId === id).map(({ personId }) => personId),
        };
      });
    onPlan(split(acts, basis, node.id, parts, stays));
    onClose();
  };
  return (
    <AskSheet
      title={t("splitTitle", { organization: node.name })}
      confirm={t("split")}
      cancel={t("cancel")}
      act={{ mutate: divide, isPending: false, error: null }}
      blocked={wanted.size === 0}
      onClose={onClose}
    >
      <p className="quiet">{units.length > 0 ? t("splitWhat") : t("splitNoUnits")}</p>
      <fieldset className={styles.units} aria-label={t("units")}>
        {units.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            value={wanted.has(id)}
            note={t("brought", { count: node.people.filter(({ unitId }) => unitId === id).length })}
            onChange={(on) => {
              const next = new Set(wanted);
              if (on) next.add(id);
              else next.delete(id);
              setWanted(next);
            }}
          />
        ))}
      </fieldset>
      <Check label={t("stays")} value={stays} onChange={setStays} />
      {left > 0 && !stays && <p className="quiet">{t("leftOver", { count: left })}</p>}
    </AskSheet>
  );
}
