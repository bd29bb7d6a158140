import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { type DragEvent, useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import type { PanelProps } from "./NodePanel.tsx";
import type { Picked } from "./picked.ts";
import { appointed } from "./plan-edits.ts";
import type { Person, PlanNode } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { studioTexts } from "./texts.ts";

type Props = PanelProps & { node: PlanNode; onPick: (picked: Picked) => void; onDragEnd: () => void };

/** Who belongs to a branch, department by department: a whole one, or those ticked, goes to another branch in one gesture. */
export function MembersByUnit({ node, basis, acts, onPlan, onPick, onDragEnd }: Props) {
  const t = useTexts(studioTexts);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const units = new Map(basis.units.map(({ id, name }) => [id, name]));
  const groups = new Map<string, Person[]>();
  for (const person of node.people) {
    const key = person.unitId ?? "";
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const nameOf = (person: Person) => person.personName ?? t("nameHidden");
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  const chosen = node.people.filter(({ personId }) => ticked.has(personId));
  const [only] = chosen;
  const secretary = acts.find((act) => act.act === "appoint" && act.organizationId === node.id);
  return (
    <div className={styles.people}>
      <h3>{t("peopleByUnit")}</h3>
      {[...groups].map(([unitId, people]) => {
        const name = units.get(unitId) ?? t("noUnit");
        const ids = people.map(({ personId }) => personId);
        const words = t("unitPeople", { unit: name, count: ids.length });
        const hand = (mode: "move" | "drag"): Picked => ({ what: "people", mode, ids, name: words });
        const dragged = {
          draggable: true,
          onDragStart: (event: DragEvent) => {
            event.dataTransfer.setData("text/plain", words);
            event.dataTransfer.effectAllowed = "move";
            onPick(hand("drag"));
          },
          onDragEnd,
        };
        return (
          <div key={unitId} className={styles.unitRow}>
            <details className={styles.unit}>
              <summary {...dragged}>{words}</summary>
              <ul>
                {people.map((person) => (
                  <li key={person.personId}>
                    <label className={styles.check}>
                      <input
                        type="checkbox"
                        checked={ticked.has(person.personId)}
                        onChange={(event) => tick(person.personId, event.target.checked)}
                      />
                      {nameOf(person)}
                      {secretary?.act === "appoint" && secretary.personId === person.personId && (
                        <span className="note">{t("secretary")}</span>
                      )}
                    </label>
                  </li>
                ))}
              </ul>
            </details>
            <Button aria-label={t("moveUnitTo", { unit: name })} onClick={() => onPick(hand("move"))}>
              {t("moveAll")}
            </Button>
          </div>
        );
      })}
      {only && (
        <div className={styles.acts}>
          <Button
            onClick={() =>
              onPick({
                what: "people",
                mode: "move",
                ids: chosen.map(({ personId }) => personId),
                name: t("someone", { name: nameOf(only), count: chosen.length }),
              })
            }
          >
            {t("moveTicked", { count: chosen.length })}
          </Button>
          {chosen.length === 1 && isBranchKind(node.kind) && node.change !== "ending" && (
            <Button onClick={() => onPlan(appointed(acts, only.personId, node.id))}>{t("appoint")}</Button>
          )}
        </div>
      )}
    </div>
  );
}
