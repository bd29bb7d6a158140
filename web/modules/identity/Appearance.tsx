import { useTexts } from "../../app/language/texts.ts";
import { useTheme } from "../../app/theme/ThemeProvider.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { languageNames } from "./language-names.ts";
import styles from "./Me.module.css";
import { meTexts } from "./texts.ts";

/** Language, light or dark, type size and the switch without colours: kept on this device. */
export function Appearance() {
  const t = useTexts(meTexts);
  const { preferences, change } = useTheme();
  const onOff = (off: string, on: string) => [
    { key: "off" as const, label: off },
    { key: "on" as const, label: on },
  ];
  return (
    <dl className={styles.pairs}>
      <dt>{t("language")}</dt>
      <dd>
        <Choice
          label={t("language")}
          options={languageNames}
          value={preferences.language}
          onChange={(language) => change({ language })}
        />
      </dd>
      <dt>{t("scheme")}</dt>
      <dd>
        <Choice
          label={t("scheme")}
          options={(["system", "light", "dark"] as const).map((key) => ({ key, label: t(key) }))}
          value={preferences.scheme}
          onChange={(scheme) => change({ scheme })}
        />
      </dd>
      <dt>{t("size")}</dt>
      <dd>
        <Choice
          label={t("size")}
          options={onOff(t("usual"), t("elder"))}
          value={preferences.elder ? "on" : "off"}
          onChange={(key) => change({ elder: key === "on" })}
        />
      </dd>
      <dt>{t("memorial")}</dt>
      <dd>
        <Choice
          label={t("memorial")}
          options={onOff(t("off"), t("on"))}
          value={preferences.memorial ? "on" : "off"}
          onChange={(key) => change({ memorial: key === "on" })}
        />
      </dd>
    </dl>
  );
}
