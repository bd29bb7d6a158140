import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import type { TemplateOfPage } from "./template-words.ts";
import { partTexts, standardsTexts } from "./texts.ts";

/** What an adapted version changes of the one it adapts. */
export function Differences({ changes }: { changes: TemplateOfPage["changes"] }) {
  const t = useTexts(standardsTexts);
  const words = useWords();
  return (
    <Card title={t("difference")}>
      {changes.length === 0 ? (
        <p className="quiet">{t("same")}</p>
      ) : (
        <table className="table" aria-label={t("difference")}>
          <thead>
            <tr>
              <th>{t("part")}</th>
              <th>{t("what")}</th>
              <th>{t("change")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ part, change, code, name }) => (
              <tr key={`${part} ${change} ${code ?? ""}`}>
                <td>{t(partTexts[part])}</td>
                <td>{name ? words(name) : ""}</td>
                <td>{t(change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
