import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Record.module.css";
import { recordTexts } from "./texts.ts";

/** Who was there: names where the reader may see them, counts otherwise. */
export function Participants({ record }: { record: Answer<"getRecord"> }) {
  const t = useTexts(recordTexts);
  const { participants, expected, present } = record;
  return (
    <Card title={t("attendance")} action={<span className="faint">{t("counts", { expected, present })}</span>}>
      {participants === null ? (
        <p className="quiet">{t("namesHidden")}</p>
      ) : (
        <div className={styles.people}>
          {participants.map(({ personId, name, capacity, presence, reason, exempt }) => {
            const away = presence !== "present";
            return (
              <Tag
                key={personId ?? name}
                tone={capacity === "guest" ? "neutral" : away ? "warn" : "good"}
                {...(capacity === "guest" ? {} : { shape: away ? ("diamond" as const) : ("tick" as const) })}
              >
                {name}
                {capacity === "guest" && ` · ${t("guest")}`}
                {away && ` · ${reason || t(presence)}`}
                {exempt && ` · ${t("exempt")}`}
                {capacity === "member" && <span className="sr">{t(presence)}</span>}
              </Tag>
            );
          })}
        </div>
      )}
    </Card>
  );
}
