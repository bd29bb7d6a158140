import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { helpAddress } from "../../../ui/help-address.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { TableOrCards } from "../../../ui/TableOrCards.tsx";
import styles from "./Health.module.css";
import { statusTexts } from "./texts.ts";

/** The settings in force, where each comes from, and how it is changed. */
export function SettingsView() {
  const t = useTexts(statusTexts);
  const words = useWords();
  const language = useLanguage();
  const configuration = useQuery(ask("getConfiguration", {}));
  const sourceOf = (source: string) =>
    source === "default" || source === "environment" ? t(source) : <code>{source}</code>;
  return (
    <Loaded query={configuration} rows={8}>
      {({ items }) => (
        <Card title={t("settings")}>
          <p className={styles.about}>
            {t("settingsAbout")}{" "}
            <a
              className="link"
              href={helpAddress(language, "operate/configuration")}
              target="_blank"
              rel="noopener"
              aria-label={t("readMoreOf", { name: t("settings") })}
            >
              {t("readMore")}
            </a>
          </p>
          <TableOrCards
            label={t("settings")}
            items={items}
            idOf={({ name }) => name}
            columns={[
              { key: "name", title: t("name"), cell: ({ name }) => <code>{name}</code> },
              {
                key: "value",
                title: t("value"),
                cell: ({ value }) => (value === "" ? <span className="note">{t("unset")}</span> : <code>{value}</code>),
              },
              {
                key: "source",
                title: t("source"),
                cell: ({ source, value }) => (value === "" ? "" : sourceOf(source)),
              },
              { key: "meaning", title: t("meaning"), cell: ({ meaning }) => words(meaning) },
            ]}
          />
        </Card>
      )}
    </Loaded>
  );
}
