import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { putPaperFoot } from "../../ui/paper-foot.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { useSession } from "../session/session.ts";
import { wordDate } from "./months.ts";
import { frameTexts } from "./texts.ts";

/** On paper only: who printed it, on which day, and from which address; on every sheet where the browser can. */
export function PrintFoot() {
  const t = useTexts(frameTexts);
  const language = useLanguage();
  const { today, account } = useSession();
  const { href } = useLocation();
  const address = `${location.origin}${href}`;
  const text = t("printed", { who: account.displayName, on: wordDate(language, today), address });
  const [atEnd, setAtEnd] = useState(false);
  useEffect(() => {
    const remove = putPaperFoot(text);
    setAtEnd(remove === null);
    return remove ?? undefined;
  }, [text]);
  return atEnd && <p className="print-only">{text}</p>;
}
