import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isUsable } from "@dutyloop/domain/standards/template-policy.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { BatchBar } from "../../app/lists/BatchBar.tsx";
import { type BatchAct, useBatch } from "../../app/lists/batch.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { AdoptMany } from "./AdoptMany.tsx";
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
  const mayAdoptMany = mayAdopt && isUsable(template.stage);
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
            {coverage.units.length > 0 && (adoptions.length > 0 || mayAdoptMany) && (
              <CoveredUnits units={coverage.units} template={template} mayAdopt={mayAdoptMany} />
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

type Unit = Answer<"listTemplateAdoptions">["coverage"]["units"][number];
type UnitsProps = { units: readonly Unit[]; template: TemplateOfPage; mayAdopt: boolean };

const unitId = ({ organizationId }: Unit) => organizationId;

/** How many of each unit directly below are covered; several units can be given the version at once. */
function CoveredUnits({ units, template, mayAdopt }: UnitsProps) {
  const t = useTexts(standardsTexts);
  const adoptMany: BatchAct<Unit> = {
    key: "adopt",
    label: t("adopt"),
    fits: () => true,
    sheet: (chosen, onClose) => <AdoptMany template={template} units={chosen} onClose={onClose} />,
  };
  const acts = mayAdopt ? [adoptMany] : [];
  const batch = useBatch(units, unitId, acts);
  const nameOf = ({ organizationName }: Unit) => organizationName;
  return (
    <>
      <BatchBar batch={batch} acts={acts} />
      <DataTable
        label={t("adoption")}
        items={units}
        idOf={unitId}
        columns={[
          { key: "unit", title: t("unit"), cell: nameOf },
          { key: "covered", title: t("covered"), right: true, cell: ({ covered, owing }) => `${covered} / ${owing}` },
        ]}
        selection={mayAdopt ? { chosen: batch.chosen, nameOf, onChange: batch.choose } : undefined}
      />
    </>
  );
}
