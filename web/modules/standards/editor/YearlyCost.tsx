import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { editorTexts } from "./texts.ts";

/** What a template makes whoever fills it in type in a year, and how that differs from the version it adapts. */
export function YearlyCost({ checked }: { checked: Answer<"validateDraft">["template"] }) {
  const t = useTexts(editorTexts);
  if (!checked) return <output aria-label={t("cost")} />;
  const { cost, costBefore } = checked;
  const more = costBefore ? cost.inYear - costBefore.inYear : 0;
  return (
    <output aria-label={t("cost")}>
      {t("costNow", { typed: cost.typed, year: cost.inYear, papers: cost.papers })}{" "}
      {more > 0 && (
        <Tag tone="warn" shape="diamond">
          {t("costMore", { fields: more })}
        </Tag>
      )}
      {more < 0 && (
        <Tag tone="good" shape="tick">
          {t("costLess", { fields: -more })}
        </Tag>
      )}
    </output>
  );
}
