import { useNavigate, useSearch } from "@tanstack/react-router";
import { also, without } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Page } from "../../ui/Page.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { CountsView } from "./health/CountsView.tsx";
import styles from "./health/Health.module.css";
import { HealthView } from "./health/HealthView.tsx";
import { SelfCheckView } from "./health/SelfCheckView.tsx";
import { SettingsView } from "./health/SettingsView.tsx";
import { statusTexts } from "./health/texts.ts";
import { adminTexts } from "./texts.ts";

const views = { health: HealthView, selfCheck: SelfCheckView, settings: SettingsView, counts: CountsView } as const;
type View = keyof typeof views;
const names = Object.keys(views) as View[];
const panel = "system-status";

/** How the installation is, the self-check of security controls, the settings in force, and what the group holds. */
export default function StatusPage() {
  const t = useTexts(adminTexts);
  const word = useTexts(statusTexts);
  const navigate = useNavigate();
  const asked = useSearch({ from: "__root__" }).which;
  const shown = names.find((name) => name === asked) ?? "health";
  const View = views[shown];
  return (
    <Page title={t("status")} about={t("statusAbout")}>
      <Tabs
        label={word("views")}
        panelId={panel}
        value={shown}
        options={names.map((key) => ({ key, label: word(key) }))}
        onChange={(which) =>
          void navigate({ to: ".", search: which === "health" ? without("which") : also({ which }), replace: true })
        }
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${shown}`} className={styles.panel}>
        <View />
      </div>
    </Page>
  );
}
