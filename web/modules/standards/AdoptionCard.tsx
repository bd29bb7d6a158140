import { isUsable } from "@dutyloop/domain/standards/template-policy.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { AdoptSheet } from "./AdoptSheet.tsx";
import styles from "./Standards.module.css";
import type { TemplateOfPage } from "./template-words.ts";
import { standardsTexts } from "./texts.ts";

type Props = { template: TemplateOfPage; organization: { id: string; name: string } };

/** By which version the organisation in view works, and for how many of each unit one was adopted. */
export function AdoptionCard({ template, organization }: Props) {
  const t = useTexts(standardsTexts);
  const mayAdopt = useMay()("template.manage");
  const [doing, setDoing] = useState<"adopt" | "end" | null>(null);
  const { code } = template.body;
  const query = useQuery(
    ask("listTemplateAdoptions", { params: { organizationId: organization.id }, query: { code } }),
  );
  return (
    <Card title={t("adoption")}>
      <Loaded query={query} rows={4}>
        {({ inForce, coverage, adoptions }) => (
          <div className={styles.column}>
            <p>
              {inForce === null
                ? t("notInForce", { organization: organization.name })
                : t("inForce", { organization: organization.name, version: inForce })}
            </p>
            <p className="quiet">
              {adoptions.length === 0
                ? t("nobody")
                : t("coverage", { covered: coverage.covered, owing: coverage.owing })}
            </p>
            {coverage.units.length > 0 && adoptions.length > 0 && (
              <table className="table" aria-label={t("adoption")}>
                <thead>
                  <tr>
                    <th>{t("unit")}</th>
                    <th className="right">{t("covered")}</th>
                  </tr>
                </thead>
                <tbody>
                  {coverage.units.map(({ organizationId, organizationName, owing, covered }) => (
                    <tr key={organizationId}>
                      <td>{organizationName}</td>
                      <td className="right">
                        {covered} / {owing}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {mayAdopt && (
              <div className={styles.tools}>
                {isUsable(template.stage) && <Button onClick={() => setDoing("adopt")}>{t("adopt")}</Button>}
                {adoptions.some((one) => one.organizationId === organization.id && one.to === null) && (
                  <Button kind="quiet" onClick={() => setDoing("end")}>
                    {t("endAdoption")}
                  </Button>
                )}
              </div>
            )}
          </div>
        )}
      </Loaded>
      {doing && (
        <AdoptSheet
          ends={doing === "end"}
          code={code}
          version={template.version}
          organization={organization}
          onClose={() => setDoing(null)}
        />
      )}
    </Card>
  );
}
