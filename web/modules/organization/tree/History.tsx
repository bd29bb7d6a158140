import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import styles from "./Details.module.css";
import { treeTexts } from "./texts.ts";

type Props = { organization: Pick<Answer<"getOrganization">, "places" | "parentId"> };

/** Where the organisation stood and what it was called, newest first. */
export function History({ organization: { places, parentId } }: Props) {
  const t = useTexts(treeTexts);
  const language = useLanguage();
  const day = (date: string) => wordDate(language, date);
  return (
    <Card title={t("places")}>
      <ol className={styles.places}>
        {places.map(({ validFrom, validTo, name, class: itsClass, parent }) => (
          <li key={validFrom}>
            <span className="quiet">
              {validTo
                ? t("fromTo", { from: day(validFrom), to: day(validTo) })
                : t("fromOn", { from: day(validFrom) })}
            </span>
            <span>{name}</span>
            <span className="note">
              {[parent ? t("under", { parent: parent.name }) : parentId && t("parentHidden"), itsClass]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
