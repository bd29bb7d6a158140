import { useTexts } from "../../../app/language/texts.ts";
import { Moved } from "./Moved.tsx";
import { boardTexts } from "./texts.ts";

/** The change of the total to the period before. */
export function Change({ change }: { change: string | null }) {
  const t = useTexts(boardTexts);
  if (change === null) {
    return (
      <span className="faint">
        <span aria-hidden="true">–</span>
        <span className="sr">{t("noChange")}</span>
      </span>
    );
  }
  const points = change.replace(/^[-+]/, "");
  const by = Number(change);
  return <Moved by={by} shown={points} words={t(by > 0 ? "up" : by < 0 ? "down" : "same", { points })} />;
}
