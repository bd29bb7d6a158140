import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { usePages } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Bar } from "../../../ui/Bar.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Deliveries.module.css";
import { figureTexts } from "./figure-texts.ts";
import { useFiguresRefresh } from "./refresh-figures.ts";
import { deliveryTexts } from "./texts.ts";

const filters = ["all", "delivered", "missing"] as const;
type Receipt = Answer<"listReceipts">["items"][number];
export type DeliveryProps = { organizationId: string; source: string; month: string };

/** Who has delivered and who is missing; a missing one can be reported to have had nothing. */
export function Receipts({ organizationId, source, month }: DeliveryProps) {
  const t = useTexts(deliveryTexts);
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const [zeroFor, setZeroFor] = useState<Receipt | null>(null);
  const which = filters.find((filter) => filter === search.which) ?? "all";
  const { query, items, first } = usePages("listReceipts", {
    params: { organizationId },
    query: { source, month, which },
  });
  return (
    <Card title={t("receipts")}>
      {first && first.expected > 0 && (
        <div className={styles.summary}>
          <p>{t("delivered", { delivered: first.delivered, expected: first.expected })}</p>
          <Bar share={first.delivered / first.expected} tone={first.missing > 0 ? "warn" : "good"} />
          {first.missing > 0 && (
            <Tag tone="warn" shape="diamond">
              {t("missingCount", { count: first.missing })}
            </Tag>
          )}
        </div>
      )}
      <div className={styles.filter}>
        <Choice
          label={t("filter")}
          options={filters.map((key) => ({ key, label: t(`show_${key}`) }))}
          value={which}
          onChange={(key) => void navigate({ to: ".", search: also({ which: key }) })}
        />
      </div>
      {query.isPending && <Loading rows={6} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <Empty
          title={t(first?.expected === 0 ? "noneExpected" : "none")}
          text={t(first?.expected === 0 ? "noneExpectedText" : "noneText")}
        />
      )}
      {items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{t("organization")}</th>
              <th>{t("receipt")}</th>
              <th className="wide-only">{t("received")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((receipt) => (
              <ReceiptRow key={receipt.organizationId} receipt={receipt} onZero={() => setZeroFor(receipt)} />
            ))}
          </tbody>
        </table>
      )}
      <MorePages query={query} shown={items.length} />
      {zeroFor && (
        <ZeroReport receipt={zeroFor} {...{ organizationId, source, month }} onClose={() => setZeroFor(null)} />
      )}
    </Card>
  );
}

function ReceiptRow({ receipt, onZero }: { receipt: Receipt; onZero: () => void }) {
  const t = useTexts(deliveryTexts);
  const figure = useTexts(figureTexts);
  const language = useLanguage();
  const { organizationName, deliveries, figures, lastReceivedAt } = receipt;
  const way = figures === 0 ? figure("details") : t("figures", { count: figures });
  return (
    <tr>
      <td>
        {organizationName} <span className="note">{receipt.organizationCode}</span>
      </td>
      <td>
        {deliveries === 0 ? (
          <>
            <Tag tone="warn" shape="diamond">
              {t("missing")}
            </Tag>{" "}
            <Button kind="text" onClick={onZero} aria-label={t("zeroReportOf", { name: organizationName })}>
              {t("zeroReport")}
            </Button>
          </>
        ) : (
          <>
            <Tag tone="good" shape="tick">
              {figures === 0 ? t("zeroReport") : figure("deliveredTag")}
            </Tag>{" "}
            <Link
              to="."
              search={also({ subject: receipt.organizationId })}
              className={buttonClass("text")}
              aria-label={figure("wayOf", { way, name: organizationName })}
            >
              {way}
            </Link>
          </>
        )}
      </td>
      <td className="wide-only">{lastReceivedAt === null ? "–" : wordInstant(language, lastReceivedAt)}</td>
    </tr>
  );
}

function ZeroReport({
  receipt,
  organizationId,
  source,
  month,
  onClose,
}: DeliveryProps & { receipt: Receipt; onClose: () => void }) {
  const t = useTexts(deliveryTexts);
  const refresh = useFiguresRefresh();
  const report = useMutation({
    mutationFn: () =>
      call("importMeasures", {
        params: { organizationId },
        body: { source, month, deliveries: [{ organizationId: receipt.organizationId, figures: [] }] },
      }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  return (
    <AskSheet
      title={t("zeroReportOf", { name: receipt.organizationName })}
      confirm={t("zeroReport")}
      cancel={t("cancel")}
      act={{ mutate: () => report.mutate(), isPending: report.isPending, error: report.error }}
      onClose={onClose}
    >
      <p>{t("zeroReportWhat")}</p>
    </AskSheet>
  );
}
