import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Shape } from "../../ui/Shape.tsx";
import formStyles from "./RecordForm.module.css";
import { recordTexts } from "./texts.ts";

/** How the record stands against the standard of each of its types, missing lines first. */
export function Standards({ standards }: { standards: Answer<"getRecord">["standards"] }) {
  const t = useTexts(recordTexts);
  const words = useWords();
  return standards.map(({ organizationId, templateCode, templateName, passed, applicable, items }) => (
    <Card
      key={`${organizationId} ${templateCode}`}
      title={t("standard", { passed, applicable })}
      note={words(templateName)}
    >
      <ul className={formStyles.lines}>
        {[...items]
          .sort((a, b) => Number(a.passed !== false) - Number(b.passed !== false))
          .map(({ code, name, passed: met }) => (
            <li key={code} className={formStyles.line}>
              <span
                className={classes(
                  formStyles.dot,
                  met === true && formStyles.dotMet,
                  met === false && formStyles.dotOpen,
                )}
              >
                {met !== null && <Shape name={met ? "tick" : "diamond"} />}
              </span>
              {words(name)}
              <span className={met === false ? undefined : "note"}>
                {t(met === null ? "notApplicable" : met ? "passed" : "failed")}
              </span>
            </li>
          ))}
      </ul>
    </Card>
  ));
}
