import { useLocation } from "@tanstack/react-router";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { useSession } from "../session/session.ts";
import { wordDate } from "./months.ts";
import { frameTexts } from "./texts.ts";

/** On paper only, after the page: who printed it, on which day, and from which address. */
export function PrintFoot() {
  const t = useTexts(frameTexts);
  const language = useLanguage();
  const { today, account } = useSession();
  const { href } = useLocation();
  return (
    <p className="print-only">
      {t("printed", { who: account.displayName, on: wordDate(language, today), address: `${location.origin}${href}` })}
    </p>
  );
}
