import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Schemes.module.css";
import { schemeTexts } from "./texts.ts";

type Props = { scheme: Answer<"listSchemes">["items"][number]; version: number };

/** What differs between another version and this one. */
export function Difference({ scheme, version }: Props) {
  const t = useTexts(schemeTexts);
  const navigate = useNavigate();
  const { against } = useSearch({ from: "__root__" });
  const others = scheme.versions.filter((one) => one.version !== version);
  const other = others.find((one) => String(one.version) === against) ?? others[0];
  if (!other) return <p className="quiet">{t("oneVersion")}</p>;
  return (
    <div className={styles.difference}>
      <SelectField
        label={t("against")}
        value={other.version}
        onChange={(event) => void navigate({ to: ".", search: also({ against: event.target.value }) })}
      >
        {others.map((one) => (
          <option key={one.version} value={one.version}>
            {t("versionNumber", { version: one.version })}
          </option>
        ))}
      </SelectField>
      <ChangesBetween code={scheme.code} from={other.version} to={version} />
    </div>
  );
}

const parts = ["leaf", "node", "grade", "veto", "proportion", "parameter"] as const;
const properties = [
  "fullMarks",
  "version",
  "weight",
  "parent",
  "name",
  "ceiling",
  "open",
  "order",
  "atLeast",
  "atMost",
] as const;

function ChangesBetween({ code, from, to }: { code: string; from: number; to: number }) {
  const t = useTexts(schemeTexts);
  const query = useQuery(ask("diffSchemes", { params: { code }, query: { from: String(from), to: String(to) } }));
  return (
    <Loaded query={query} rows={4}>
      {({ changes }) => (
        <Changes
          changes={changes}
          from={t("versionNumber", { version: from })}
          to={t("versionNumber", { version: to })}
        />
      )}
    </Loaded>
  );
}

type ChangesProps = { changes: Answer<"diffSchemes">["changes"]; from: string; to: string };

/** What differs, part by part; `from` and `to` are what the two are called. */
export function Changes({ changes, from, to }: ChangesProps) {
  const t = useTexts(schemeTexts);
  const wordProperty = (property: string | null) => {
    const known = properties.find((one) => one === property);
    return known ? t(`property_${known}`) : (property ?? "");
  };
  if (changes.length === 0) return <p className="quiet">{t("noDifference")}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t("part")}</th>
          <th>{t("whatChanged")}</th>
          <th className="right">{from}</th>
          <th className="right">{to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((one) => (
          <tr key={`${one.of} ${one.code} ${one.property}`}>
            <td>
              {one.code} <span className="note">{t(`part_${parts.find((part) => part === one.of) ?? "node"}`)}</span>
            </td>
            <td>
              <Tag>{t(one.change)}</Tag> {wordProperty(one.property)}
            </td>
            <td className={styles.value}>{one.from ?? "–"}</td>
            <td className={styles.value}>{one.to ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
