import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { receiptsList } from "@dutyloop/contract/lists/deliveries.ts";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { usePages } from "../../../app/api/queries.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { BatchAct } from "../../../app/lists/batch.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useChoice } from "../../../app/lists/use-choice.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Bar } from "../../../ui/Bar.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Deliveries.module.css";
import { figureTexts } from "./figure-texts.ts";
import { useFiguresRefresh } from "./refresh-figures.ts";
import { deliveryTexts } from "./texts.ts";

const filters = ["all", "delivered", "missing"] as const;
type Receipt = Answer<"listReceipts">["items"][number];
export type DeliveryProps = { organizationId: string; source: string; month: string };

const viewKeys = ["source", "which"] as const;

/** Who has delivered and who is missing; missing ones can be reported to have had nothing. */
export function Receipts({ organizationId, source, month }: DeliveryProps) {
  const t = useTexts(deliveryTexts);
  const [zeroFor, setZeroFor] = useState<Receipt | null>(null);
  const [which, setWhich] = useChoice("which", filters);
  const asked = { params: { organizationId }, query: { source, month, which } };
  const { query, items, first } = usePages("listReceipts", asked);
  const zeroMany: BatchAct<Receipt> = {
    key: "zero",
    label: t("zeroReport"),
    fits: ({ deliveries }) => deliveries === 0,
    sheet: (receipts, onClose) => (
      <ZeroReport receipts={receipts} {...{ organizationId, source, month }} onClose={onClose} />
    ),
  };
  return (
    <div className={styles.steps}>
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
        <Choice
          label={t("filter")}
          options={filters.map((key) => ({ key, label: t(`show_${key}`) }))}
          value={which}
          onChange={setWhich}
        />
      </Card>
      <ListFrame
        name="listReceipts"
        list={receiptsList}
        asked={asked}
        query={query}
        items={items}
        keys={viewKeys}
        idOf={({ organizationId: id }) => id}
        cells={{
          organization: (receipt) => <Deliverer receipt={receipt} />,
          receipt: (receipt) => <Standing receipt={receipt} onZero={() => setZeroFor(receipt)} />,
        }}
        card={(receipt) => (
          <>
            <b>
              <Deliverer receipt={receipt} />
            </b>
            <span>
              <Standing receipt={receipt} onZero={() => setZeroFor(receipt)} />
            </span>
          </>
        )}
        acts={[zeroMany]}
        empty={
          <Empty
            title={t(first?.expected === 0 ? "noneExpected" : "none")}
            text={t(first?.expected === 0 ? "noneExpectedText" : "noneText")}
          />
        }
      />
      {zeroFor && (
        <ZeroReport receipts={[zeroFor]} {...{ organizationId, source, month }} onClose={() => setZeroFor(null)} />
      )}
    </div>
  );
}

function Deliverer({ receipt: { organizationName, organizationCode } }: { receipt: Receipt }) {
  return (
    <>
      {organizationName} <span className="note">{organizationCode}</span>
    </>
  );
}

/** Missing with a way to report that nothing happened, or what was delivered. */
function Standing({ receipt, onZero }: { receipt: Receipt; onZero: () => void }) {
  const t = useTexts(deliveryTexts);
  const figure = useTexts(figureTexts);
  const { organizationId, organizationName: name, deliveries, figures } = receipt;
  if (deliveries === 0)
    return (
      <>
        <Tag tone="warn" shape="diamond">
          {t("missing")}
        </Tag>{" "}
        <Button kind="text" onClick={onZero} aria-label={t("zeroReportOf", { name })}>
          {t("zeroReport")}
        </Button>
      </>
    );
  const way = figures === 0 ? figure("details") : t("figures", { count: figures });
  return (
    <>
      <Tag tone="good" shape="tick">
        {figures === 0 ? t("zeroReport") : figure("deliveredTag")}
      </Tag>{" "}
      <Link
        to="."
        search={also({ subject: organizationId })}
        className={buttonClass("text")}
        aria-label={figure("wayOf", { way, name })}
      >
        {way}
      </Link>
    </>
  );
}

/** For one or for several at once: one delivery that counts wholly or not at all. */
function ZeroReport({
  receipts,
  organizationId,
  source,
  month,
  onClose,
}: DeliveryProps & { receipts: readonly Receipt[]; onClose: () => void }) {
  const t = useTexts(deliveryTexts);
  const refresh = useFiguresRefresh();
  const report = useMutation({
    mutationFn: () =>
      call("importMeasures", {
        params: { organizationId },
        body: {
          source,
          month,
          deliveries: receipts.map(({ organizationId: id }) => ({ organizationId: id, figures: [] })),
        },
      }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  return (
    <AskSheet
      title={
        receipts.length === 1
          ? t("zeroReportOf", { name: receipts[0]?.organizationName ?? "" })
          : t("zeroReportMany", { count: receipts.length })
      }
      confirm={t("zeroReport")}
      cancel={t("cancel")}
      act={{ mutate: () => report.mutate(), isPending: report.isPending, error: report.error }}
      onClose={onClose}
    >
      <p>{t("zeroReportWhat")}</p>
    </AskSheet>
  );
}
