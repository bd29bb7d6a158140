import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { type TemplateOfPage, useDaysWords } from "./template-words.ts";
import { standardsTexts } from "./texts.ts";

type Props = { body: TemplateOfPage["body"] };

/** The flow in its order: what, who, when, with which paper. */
export function StepsCard({ body }: Props) {
  const t = useTexts(standardsTexts);
  const words = useWords();
  const when = useDaysWords();
  const paper = (code: string | undefined) => {
    const found = body.materials.find((material) => material.code === code);
    return found ? words(found.name) : "";
  };
  return (
    <Card title={t("steps")}>
      <table className="table" aria-label={t("steps")}>
        <thead>
          <tr>
            <th>{t("step")}</th>
            <th>{t("actor")}</th>
            <th>{t("days")}</th>
            <th className="wide-only">{t("paper")}</th>
          </tr>
        </thead>
        <tbody>
          {body.steps.map(({ code, name, actor, days, material }) => (
            <tr key={code}>
              <td>{words(name)}</td>
              <td>{t(actor === "committee" ? "committee_actor" : actor)}</td>
              <td>{when(days)}</td>
              <td className="wide-only">{paper(material)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** What makes the work well done; what blocks is said in words. */
export function ChecksCard({ body }: Props) {
  const t = useTexts(standardsTexts);
  const words = useWords();
  return (
    <Card title={t("checks")}>
      <table className="table" aria-label={t("checks")}>
        <thead>
          <tr>
            <th>{t("check")}</th>
            <th>{t("effect")}</th>
            <th className="wide-only">{t("rule")}</th>
          </tr>
        </thead>
        <tbody>
          {body.checks.map(({ code, name, effect, rule }) => (
            <tr key={code}>
              <td>{words(name)}</td>
              <td>
                <Tag
                  tone={effect === "blocking" ? "warn" : "neutral"}
                  shape={effect === "blocking" ? "diamond" : undefined}
                >
                  {t(effect)}
                </Tag>
              </td>
              <td className="wide-only">{rule ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** The papers; those that the record itself is are asked for by nobody again. */
export function MaterialsCard({ body }: Props) {
  const t = useTexts(standardsTexts);
  const words = useWords();
  return (
    <Card title={t("materials")}>
      <table className="table" aria-label={t("materials")}>
        <tbody>
          {body.materials.map(({ code, name, field }) => (
            <tr key={code}>
              <td>{words(name)}</td>
              <td className="quiet">{field && t("inRecord")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
