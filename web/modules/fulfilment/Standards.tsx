import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Shape } from "../../ui/Shape.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { alikeOf } from "./form/alike.ts";
import formStyles from "./RecordForm.module.css";
import { recordTexts } from "./texts.ts";

/** How the record stands against the standard of each of its types, missing lines first. */
export function Standards({ standards, hosts }: Pick<Answer<"submitRecord">, "standards" | "hosts">) {
  const t = useTexts(recordTexts);
  const words = useWords();
  const several = standards.length > 1;
  const namesOf = (ids: readonly string[]) =>
    hosts.flatMap((host) => (hosts.length > 1 && ids.includes(host.organizationId) ? [host.organizationName] : []));
  return alikeOf(standards).map((one) => (
    <Card
      key={`${one.organizationIds[0]} ${one.templateCode}`}
      title={t("standard", { passed: one.passed, applicable: one.applicable })}
      note={[...namesOf(one.organizationIds), words(one.templateName)].join(" · ")}
      action={
        several && (
          <Tag tone={one.counted ? "good" : "warn"} shape={one.counted ? "tick" : "diamond"}>
            {t(one.counted ? "counted" : "notCounted", { type: words(one.templateName) })}
          </Tag>
        )
      }
    >
      <ul className={formStyles.lines}>
        {[...one.items]
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
              <span className={classes(formStyles.verdict, met !== false && "note")}>
                {t(met === null ? "notApplicable" : met ? "passed" : "failed")}
              </span>
            </li>
          ))}
      </ul>
    </Card>
  ));
}
