import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ask } from "../../app/api/queries.ts";
import { also, without } from "../../app/frame/search.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { LoadedPage } from "../../ui/LoadedPage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { AdoptionCard } from "./AdoptionCard.tsx";
import { Differences } from "./Differences.tsx";
import { GuidePanel } from "./GuidePanel.tsx";
import { StageActs } from "./StageActs.tsx";
import styles from "./Standards.module.css";
import { StrengthTag } from "./StrengthTag.tsx";
import { ChecksCard, MaterialsCard, StepsCard } from "./TemplateCards.tsx";
import { type TemplateOfPage, useCadenceWords } from "./template-words.ts";
import { owerTexts, standardsTexts } from "./texts.ts";

/** One template: in its current version, or in the one that the address names. */
export default function TemplatePage() {
  const { templateCode } = useParams({ from: "/standards/$templateCode" });
  const { version } = useSearch({ from: "__root__" });
  const t = useTexts(standardsTexts);
  const list = useQuery({ ...ask("listTemplates", {}), staleTime: 60_000 });
  const current = list.data?.items.find(({ body }) => body.code === templateCode);
  const wanted = version && /^\d{1,7}$/.test(version) ? Number(version) : (current?.version ?? 1);
  const known = version !== undefined || list.data !== undefined;
  const template = useQuery({
    ...ask("getTemplate", { params: { code: templateCode, version: wanted } }),
    enabled: known,
  });
  const title = t("template");
  if (!known) {
    return (
      <LoadedPage title={title} query={list}>
        {() => null}
      </LoadedPage>
    );
  }
  return (
    <LoadedPage title={title} query={template}>
      {(data) => (
        <TemplateView
          template={data}
          back={
            <Link className="link" to="/standards" search={without("version")}>
              {t("back")}
            </Link>
          }
        />
      )}
    </LoadedPage>
  );
}

function TemplateView({ template, back }: { template: TemplateOfPage; back: ReactNode }) {
  const t = useTexts(standardsTexts);
  const words = useWords();
  const cadence = useCadenceWords();
  const ower = useTexts(owerTexts);
  const may = useMay();
  const { query } = useViewedOrganization();
  const { body, stage, cost, base } = template;
  const stages = ["exploring", "trial", "acceptance", stage === "withdrawn" ? "withdrawn" : "promoted"] as const;
  return (
    <Page title={words(body.name)} about={body.basis && words(body.basis)} action={back}>
      <div className={styles.facts}>
        <StrengthTag strength={body.strength} />
        {body.example && <Tag>{t("example")}</Tag>}
        <span>{cadence(body.cadence)}</span>
        <span>{ower(body.owedBy)}</span>
        <span className="quiet">
          {[
            `${t("cost")} ${t("fields", { count: cost.typed })}`,
            t("filled", { count: cost.filled }),
            cost.papers > 0 && t("papers", { count: cost.papers }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <div className={styles.parts}>
        <div className={styles.column}>
          <StepsCard body={body} />
          <ChecksCard body={body} />
          {body.materials.length > 0 && <MaterialsCard body={body} />}
          {base !== null && <Differences changes={template.changes} />}
        </div>
        <div className={styles.column}>
          <Card
            title={t("version", { version: template.version })}
            note={
              template.ownerId === null ? t("library") : t("ownedBy", { owner: template.ownerName ?? t("elsewhere") })
            }
          >
            <Steps
              label={t("way")}
              steps={stages.map((key) => ({ key, label: t(key) }))}
              current={stage}
              done={t("done")}
            />
            <Versions template={template} />
            <StageActs template={template} />
            {may("template.manage") && may("scheme.manage") && (
              <Link
                className={buttonClass("quiet")}
                to="/standards/$templateCode/edit"
                params={{ templateCode: body.code }}
                search={also({ version: String(template.version) })}
              >
                {t(template.ownerId !== null && template.ownerId === query.data?.id ? "nextVersion" : "adapt")}
              </Link>
            )}
          </Card>
          <GuidePanel guides={body.guides} />
          {query.data && <AdoptionCard template={template} organization={query.data} />}
        </div>
      </div>
    </Page>
  );
}

/** Other versions of the same template, where there are any. */
function Versions({ template }: { template: TemplateOfPage }) {
  const t = useTexts(standardsTexts);
  const { versions, base, body } = template;
  return (
    <div className={styles.history}>
      {base !== null && <p className="note">{t("adapts", { version: base })}</p>}
      {versions.length > 1 && (
        <ul className={styles.facts} aria-label={t("versions")}>
          {versions.map(({ version, stage }) => (
            <li key={version}>
              <Link
                className="link"
                to="/standards/$templateCode"
                params={{ templateCode: body.code }}
                search={also({ version: String(version) })}
                aria-current={version === template.version ? "page" : undefined}
              >
                {t("version", { version })}
              </Link>{" "}
              <span className="note">{t(stage)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
