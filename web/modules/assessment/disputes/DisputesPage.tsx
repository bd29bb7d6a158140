import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { type Column, PagedTable } from "../../../ui/PagedTable.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import { AnswerDispute } from "./AnswerDispute.tsx";
import { type Dispute, DisputeCard, DisputeState } from "./DisputeCard.tsx";
import { disputeTexts } from "./texts.ts";

const filters = ["open", "upheld", "rejected", "all"] as const;

/** Disputes of the organisation in view and all below: the open ones first to be answered. */
function DisputesPage() {
  const t = useTexts(disputeTexts);
  const language = useLanguage();
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { organizationId } = useView();
  const which = filters.find((filter) => filter === search.which) ?? "open";
  const { query, items } = usePages("listDisputes", {
    params: { organizationId: organizationId ?? "" },
    query: which === "all" ? {} : { state: which },
  });
  const opened = items.find(({ id }) => id === search.subject);
  const open = (subject: string | undefined) => void navigate({ to: ".", search: also({ subject }) });
  const columns: Column<Dispute>[] = [
    {
      title: t("organization"),
      cell: (dispute) => (
        <button type="button" className="link" onClick={() => open(dispute.id)}>
          {dispute.organizationName}
        </button>
      ),
    },
    { title: t("line"), cell: ({ lineName }) => words(lineName) },
    { title: t("period"), wide: true, cell: ({ period, scheme }) => `${wordPeriod(period)} ${words(scheme.name)}` },
    { title: t("raised"), wide: true, cell: ({ openedAt }) => wordInstant(language, openedAt) },
    {
      title: t("total"),
      wide: true,
      right: true,
      cell: ({ totalBefore, totalAfter }) =>
        totalBefore === null
          ? "–"
          : totalAfter === null || totalAfter === totalBefore
            ? totalBefore
            : `${totalBefore} → ${totalAfter}`,
    },
    { title: t("state"), cell: ({ state }) => <DisputeState state={state} /> },
  ];
  return (
    <AssessmentPage title={t("title")} about={t("about")}>
      <Choice
        label={t("filter")}
        options={filters.map((key) => ({ key, label: t(key) }))}
        value={which}
        onChange={(key) => void navigate({ to: ".", search: also({ which: key }) })}
      />
      <PagedTable
        label={t("title")}
        query={query}
        items={items}
        columns={columns}
        empty={t(which === "open" ? "noneOpen" : "none")}
      />
      {opened && (
        <Dialog kind="drawer" title={<h1>{opened.organizationName}</h1>} onClose={() => open(undefined)}>
          <p className="quiet">
            {wordPeriod(opened.period)} {words(opened.scheme.name)}
          </p>
          <DisputeCard dispute={opened} />
          {opened.state === "open" && <AnswerDispute dispute={opened} onDone={() => open(undefined)} />}
        </Dialog>
      )}
    </AssessmentPage>
  );
}

export default gated("disputes", DisputesPage);
