import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { NoChoices } from "../../ui/NoChoices.tsx";
import { LineFields } from "./LineFields.tsx";
import styles from "./Plans.module.css";
import { emptyLine, type TypedLine } from "./plan-lines.ts";
import { planTexts } from "./plan-texts.ts";

type Props = { lines: readonly TypedLine[]; year: number; onChange: (lines: readonly TypedLine[]) => void };

/** The requirements of a plan while they are being typed. */
export function PlanLines({ lines, year, onChange }: Props) {
  const t = useTexts(planTexts);
  const templates = useQuery({ ...ask("listTemplates", {}), staleTime: 300_000 });
  const plans = useQuery(ask("listPlans", {}));
  const replace = (key: string, next: TypedLine) => onChange(lines.map((line) => (line.key === key ? next : line)));
  const remove = (line: TypedLine) =>
    line.id === null
      ? onChange(lines.filter(({ key }) => key !== line.key))
      : replace(line.key, { ...line, out: !line.out });
  return (
    <Loaded query={templates} rows={4}>
      {({ items }) => (
        <div className={styles.lines}>
          {lines.map((line, index) => (
            <LineFields
              key={line.key}
              number={index + 1}
              line={line}
              templates={items.map(({ body }) => body).filter(({ owedBy }) => owedBy !== "leader")}
              classes={plans.data?.classes ?? []}
              year={year}
              fixed={line.id !== null}
              onChange={(next) => replace(line.key, next)}
              onRemove={() => remove(line)}
            />
          ))}
          <NoChoices source={plans} label={t("classes")} />
          <div className={styles.acts}>
            <Button onClick={() => onChange([...lines, emptyLine()])}>{t("addLine")}</Button>
          </div>
        </div>
      )}
    </Loaded>
  );
}
