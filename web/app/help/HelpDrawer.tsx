import { buttonClass } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { helpAddress } from "../../ui/help-address.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import Explained from "./Explained.tsx";
import styles from "./Help.module.css";
import { pageHelp } from "./page-help.ts";
import { helpTexts } from "./texts.ts";

/** What a page is for, what to do first, and where the guide tells more. */
export default function HelpDrawer({ route, onClose }: { route: string; onClose: () => void }) {
  const t = useTexts(helpTexts);
  const language = useLanguage();
  const help = pageHelp[route];
  return (
    <Dialog kind="drawer" title={<h2>{t("title")}</h2>} onClose={onClose}>
      {help ? (
        <ul className={styles.sentences}>
          {help[language].map((sentence) => (
            <li key={sentence}>
              <Explained text={sentence} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("noHelp")}</p>
      )}
      <div className={styles.ways}>
        <a className={buttonClass("quiet")} href={helpAddress(language, help?.chapter)} target="_blank" rel="noopener">
          {t(help ? "chapter" : "guide")}
        </a>
        <a className="link" href={helpAddress(language, "words")} target="_blank" rel="noopener">
          {t("allWords")}
        </a>
      </div>
    </Dialog>
  );
}
