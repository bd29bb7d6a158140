import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay, useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Benchmark.module.css";
import { type Benchmark, PartCard } from "./PartCard.tsx";
import { Radar } from "./Radar.tsx";
import { SetEditor } from "./SetEditor.tsx";
import { TargetsCard } from "./TargetsCard.tsx";
import { benchmarkTexts } from "./texts.ts";

/** How the organisation in view stands this year: what is met and not, part by part, and the targets of three years. */
export default function BenchmarkPage() {
  const t = useTexts(benchmarkTexts);
  const year = Number(useSession().today.slice(0, 4));
  const { query: viewed, enabled, organizationId } = useViewedOrganization();
  const may = useMay();
  // A set is the whole group's: it is changed by who keeps the standards of its top.
  const top = viewed.data?.above[0] ?? viewed.data;
  const mayEdit = top !== undefined && may("template.manage", { id: top.id, above: [] });
  const query = useQuery({
    ...ask("getBenchmark", { params: { organizationId }, query: { year } }),
    enabled: enabled && organizationId !== "",
  });
  return (
    <Page
      title={t("title")}
      about={viewed.data && t("about", { organization: viewed.data.name, year })}
      action={
        <Link className="link" to="/standards">
          {t("back")}
        </Link>
      }
    >
      <Loaded query={query} rows={8}>
        {(benchmark) =>
          benchmark.set === null ? (
            <Card>
              <Empty title={t("none")} text={t("noneText")} />
            </Card>
          ) : (
            <Standing benchmark={benchmark} set={benchmark.set} organizationId={organizationId} mayEdit={mayEdit} />
          )
        }
      </Loaded>
    </Page>
  );
}

type Props = { benchmark: Benchmark; set: NonNullable<Benchmark["set"]>; organizationId: string; mayEdit: boolean };

function Standing({ benchmark, set, organizationId, mayEdit }: Props) {
  const t = useTexts(benchmarkTexts);
  const { share, gaps, unchecked, year } = benchmark;
  const [editing, setEditing] = useState(false);
  if (editing) return <SetEditor set={set} year={year} onClose={() => setEditing(false)} />;
  return (
    <div className={styles.parts}>
      <div className={styles.column}>
        {set.parts.map((part) => (
          <PartCard key={part.code} part={part} year={year} organizationId={organizationId} />
        ))}
      </div>
      <div className={styles.column}>
        <Card title={t("radar")} note={t("met", { share })}>
          <p className={styles.acts}>
            {gaps > 0 && (
              <Tag tone="warn" shape="diamond">
                {t("gaps", { count: gaps })}
              </Tag>
            )}
            {unchecked > 0 && <Tag>{t("unchecked", { count: unchecked })}</Tag>}
          </p>
          <Radar parts={set.parts} />
          {set.example && <p className="note">{t("example")}</p>}
          {mayEdit && <Button onClick={() => setEditing(true)}>{t("edit")}</Button>}
        </Card>
        <TargetsCard benchmark={benchmark} organizationId={organizationId} />
      </div>
    </div>
  );
}
