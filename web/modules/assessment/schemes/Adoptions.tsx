import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { schemeTexts } from "./texts.ts";

/** 逐级采用: the nearest organisation above decides which version holds. */
export function Adoptions({ adoptions }: { adoptions: Answer<"listSchemes">["items"][number]["adoptions"] }) {
  const t = useTexts(schemeTexts);
  const language = useLanguage();
  if (adoptions.length === 0) return <p className="quiet">{t("notUsed")}</p>;
  return (
    <>
      <p className="quiet">{t("adoptionsAbout")}</p>
      <table className="table">
        <thead>
          <tr>
            <th>{t("usedBy")}</th>
            <th>{t("from")}</th>
            <th className="right">{t("version")}</th>
          </tr>
        </thead>
        <tbody>
          {adoptions.map((one) => (
            <tr key={`${one.organizationId} ${one.periodFrom}`}>
              <td>{one.organizationName ?? t("elsewhere")}</td>
              <td>{wordDate(language, one.periodFrom)}</td>
              <td className="right">{one.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
