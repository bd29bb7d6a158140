import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { also, without } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { type Column, PagedTable } from "../../../ui/PagedTable.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import { DraftsCard } from "./DraftsCard.tsx";
import { SchemeView } from "./SchemeView.tsx";
import { schemeTexts } from "./texts.ts";

type Scheme = Answer<"listSchemes">["items"][number];

/** The schemes there are, who uses which version, and what they cost the branches. */
function SchemesPage() {
  const t = useTexts(schemeTexts);
  const words = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { query, items } = usePages("listSchemes", {});
  const open = (scheme: string) => void navigate({ to: ".", search: also({ scheme }) });
  const opened = items.find(({ code }) => code === search.scheme);
  const close = () => void navigate({ to: ".", search: without("scheme", "version", "against", "tab") });
  const columns: Column<Scheme & { id: string }>[] = [
    {
      title: t("scheme"),
      cell: (scheme) => (
        <button type="button" className="link" onClick={() => open(scheme.code)}>
          {words(scheme.name)}
        </button>
      ),
    },
    { title: t("cadence"), cell: ({ cadence }) => t(cadenceKey(cadence)) },
    {
      title: t("versions"),
      wide: true,
      cell: ({ versions }) => (
        <>
          {t("versionNumber", { version: versions[0]?.version ?? 1 })}{" "}
          <Tag>{versions[0]?.ownerId == null ? t("library") : (versions[0].ownerName ?? t("elsewhere"))}</Tag>
        </>
      ),
    },
    {
      title: t("usedBy"),
      wide: true,
      cell: ({ adoptions }) =>
        adoptions.map((one) => one.organizationName ?? t("elsewhere")).join("、") || t("notUsed"),
    },
    { title: t("fields"), right: true, cell: ({ fields }) => fields },
  ];
  return (
    <AssessmentPage title={t("title")} about={t("about")}>
      <PagedTable
        label={t("title")}
        query={query}
        items={items.map((scheme) => ({ ...scheme, id: scheme.code }))}
        columns={columns}
        empty={t("none")}
      />
      {may("scheme.manage") && <DraftsCard />}
      {opened && (
        <Dialog kind="drawer" title={<Tag>{t("title")}</Tag>} onClose={close}>
          <SchemeView scheme={opened} />
        </Dialog>
      )}
    </AssessmentPage>
  );
}

const cadences = ["month", "quarter", "half_year", "year"] as const;

function cadenceKey(cadence: string): (typeof cadences)[number] {
  return cadences.find((known) => known === cadence) ?? "month";
}

export default gated("schemes", SchemesPage);
