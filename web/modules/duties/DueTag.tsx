import { daysBetween } from "../../app/frame/months.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Tag } from "../../ui/Tag.tsx";
import { dutiesTexts } from "./texts.ts";

/** How near an open duty's deadline is: shape and word, not colour alone. */
export function DueTag({ dueOn, today }: { dueOn: string; today: string }) {
  const t = useTexts(dutiesTexts);
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    return (
      <Tag tone="warn" shape="diamond">
        {t("overdueDays", { days: -days })}
      </Tag>
    );
  }
  if (days === 0) return <Tag tone="brand">{t("dueTodayTag")}</Tag>;
  return <Tag>{t("daysLeft", { days })}</Tag>;
}
