import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { schemesList } from "@dutyloop/contract/lists/schemes.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { also, without } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useMay } from "../../../app/session/session.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import { DraftsCard } from "./DraftsCard.tsx";
import { SchemeView } from "./SchemeView.tsx";
import { schemeTexts } from "./texts.ts";

type Scheme = Answer<"listSchemes">["items"][number];

const asked = {};

/** The schemes there are, who uses which version, and what they cost the branches. */
function SchemesPage() {
  const t = useTexts(schemeTexts);
  const words = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { query, items } = usePages("listSchemes", asked);
  const open = (scheme: string) => void navigate({ to: ".", search: also({ scheme }) });
  const opened = items.find(({ code }) => code === search.scheme);
  const close = () => void navigate({ to: ".", search: without("scheme", "version", "against", "tab") });
  const cells = {
    scheme: (scheme: Scheme) => (
      <button type="button" className="link" onClick={() => open(scheme.code)}>
        {words(scheme.name)}
      </button>
    ),
    version: ({ versions: [newest] }: Scheme) => (
      <>
        {t("versionNumber", { version: newest?.version ?? 1 })}{" "}
        <Tag>{newest?.ownerId == null ? t("library") : (newest.ownerName ?? t("elsewhere"))}</Tag>
      </>
    ),
  };
  return (
    <AssessmentPage title={t("title")} about={t("about")}>
      <ListFrame
        name="listSchemes"
        list={schemesList}
        asked={asked}
        query={query}
        items={items}
        idOf={({ code }) => code}
        cells={cells}
        empty={<Empty title={t("none")} />}
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

export default gated("schemes", SchemesPage);
