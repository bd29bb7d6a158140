import { developmentStages } from "@dutyloop/domain/organization/development-things.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useChoice } from "../../app/lists/use-choice.ts";
import { useMay } from "../../app/session/session.ts";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { ApplicantList } from "./ApplicantList.tsx";
import { BeginApplication } from "./BeginApplication.tsx";
import styles from "./Development.module.css";
import { StageColumn, useStage } from "./StageColumn.tsx";
import { developmentTexts } from "./texts.ts";

const shapes = ["stages", "list"] as const;

/** Everybody on the way into the Party in the organisation in view and below, by the five stages or as a list. */
export default function DevelopmentPage() {
  const t = useTexts(developmentTexts);
  const may = useMay();
  const { query: viewed, enabled, isBranch } = useViewedOrganization();
  const organizationId = viewed.data?.id ?? "";
  const { first } = useStage(organizationId, 1);
  const [shape, setShape] = useChoice("which", shapes);
  if (!enabled || !may("development.read")) return <DeniedPage />;
  const people = first?.counts.reduce((sum, { people: count }) => sum + count, 0);
  const about = viewed.data && people !== undefined && t("about", { organization: viewed.data.name, count: people });
  return (
    <Page
      title={t("title")}
      about={about}
      action={isBranch && may("development.manage") ? <BeginApplication organizationId={organizationId} /> : undefined}
    >
      {viewed.isError && <Failed error={viewed.error} retry={() => void viewed.refetch()} />}
      {viewed.isPending && <Loading rows={5} />}
      <Choice
        label={t("shape")}
        options={shapes.map((key) => ({ key, label: t(key) }))}
        value={shape}
        onChange={setShape}
      />
      {viewed.data && shape === "list" && <ApplicantList organizationId={organizationId} />}
      {viewed.data && shape === "stages" && (
        <div className={styles.stages}>
          {developmentStages.map(({ zh }, index) => (
            <StageColumn key={zh} organizationId={organizationId} stage={index + 1} />
          ))}
        </div>
      )}
      {people === 0 && <p className="quiet">{t("nobodyText")}</p>}
    </Page>
  );
}
