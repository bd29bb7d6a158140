import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { type CSSProperties, useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { restrictionTexts, unitKindTexts, unitTexts } from "./texts.ts";
import styles from "./Units.module.css";

export type Unit = Answer<"listUnits">["items"][number];
export type Doing = { act: "create"; unit: Unit | null } | { act: "cover" | "change"; unit: Unit };
type Props = {
  unit: Unit;
  level: number;
  /** Whether it shows them at once. */
  openFirst?: boolean;
  organizationId: string;
  /** Null for whoever may only look. */
  onAct: ((doing: Doing) => void) | null;
};

/** One unit as a row, and below it, once opened, the units directly below. */
export function UnitRow(props: Props) {
  const { unit, level, openFirst = false, onAct } = props;
  const t = useTexts(unitTexts);
  const [open, setOpen] = useState(openFirst);
  // What is set up below a unit is to be seen there.
  const act = (doing: Doing) => {
    if (doing.act === "create") setOpen(true);
    onAct?.(doing);
  };
  const { coverage, keeper, fullMembers: full, probationaryMembers: probationary } = unit;
  const members = full + probationary > 0 ? t("membersOf", { full, probationary }) : <span className="quiet">–</span>;
  return (
    <>
      <tr>
        <td>
          <span className={styles.unit} style={{ "--level": level } as CSSProperties}>
            {unit.hasChildren ? (
              <button
                type="button"
                className={styles.toggle}
                aria-expanded={open}
                aria-label={t(open ? "collapse" : "expand", { unit: unit.name })}
                onClick={() => setOpen(!open)}
              >
                <Icon name="next" size={16} />
              </button>
            ) : (
              <span className={styles.leaf} />
            )}
            <span className={styles.words}>
              <UnitName unit={unit} />
              <span className="note narrow-only">
                {coverage
                  ? t("coveredBy", { organization: coverage.name })
                  : keeper && t("through", { organization: keeper.name })}
              </span>
              {onAct && (
                <span className="narrow-only">
                  <UnitActs unit={unit} onAct={act} />
                </span>
              )}
            </span>
          </span>
        </td>
        <td className="wide-only">{unit.region ?? "–"}</td>
        <td className="wide-only">
          <UnitCoverage unit={unit} />
        </td>
        <td className="right wide-only">{members}</td>
        {onAct && (
          <td className="wide-only">
            <UnitActs unit={unit} onAct={act} />
          </td>
        )}
      </tr>
      {open && <Below {...props} />}
    </>
  );
}

export function UnitName({ unit: { name, kind, restriction } }: { unit: Unit }) {
  const kindOf = useTexts(unitKindTexts);
  const restrictionOf = useTexts(restrictionTexts);
  return (
    <span>
      {name} <span className="note">{kindOf(kind)}</span> {restriction && <Tag>{restrictionOf(restriction)}</Tag>}
    </span>
  );
}

/** The organisation that covers the unit itself, or goes on from above. */
export function UnitCoverage({ unit: { coverage, keeper } }: { unit: Unit }) {
  const t = useTexts(unitTexts);
  const language = useLanguage();
  if (!coverage) return <span className="quiet">{keeper ? t("through", { organization: keeper.name }) : "–"}</span>;
  return (
    <>
      <Link to="/organizations" search={also({ org: coverage.id })} className="link">
        {coverage.name}
      </Link>{" "}
      <span className="note">{t("since", { date: wordDate(language, coverage.validFrom) })}</span>
    </>
  );
}

export function UnitActs({ unit, onAct }: { unit: Unit; onAct: (doing: Doing) => void }) {
  const t = useTexts(unitTexts);
  return (
    <span className={classes(styles.acts, styles.row)}>
      <Button kind="text" aria-label={t("coverOf", { unit: unit.name })} onClick={() => onAct({ act: "cover", unit })}>
        {t("cover")}
      </Button>
      <Button
        kind="text"
        aria-label={t("createOf", { unit: unit.name })}
        onClick={() => onAct({ act: "create", unit })}
      >
        {t("createBelow")}
      </Button>
      <Button
        kind="text"
        aria-label={t("changeOf", { unit: unit.name })}
        onClick={() => onAct({ act: "change", unit })}
      >
        {t("change")}
      </Button>
    </span>
  );
}

function Below({ unit, level, organizationId, onAct }: Props) {
  const { query, items } = usePages("listUnits", { params: { organizationId }, query: { parentId: unit.id } });
  const whole = onAct ? 5 : 4;
  return (
    <>
      {items.map((child) => (
        <UnitRow key={child.id} {...{ unit: child, level: level + 1, organizationId, onAct }} />
      ))}
      {!(query.isSuccess && !query.hasNextPage) && (
        <tr>
          <td colSpan={whole}>
            {query.isPending && <Loading rows={2} />}
            {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
            <MorePages query={query} shown={0} />
          </td>
        </tr>
      )}
    </>
  );
}
