import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { also } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { AdoptActs } from "./AdoptActs.tsx";
import { Adoptions } from "./Adoptions.tsx";
import { Difference } from "./Difference.tsx";
import { SchemeRulesList } from "./SchemeRulesList.tsx";
import styles from "./Schemes.module.css";
import { SchemeTree } from "./SchemeTree.tsx";
import { schemeTexts } from "./texts.ts";

type Scheme = Answer<"listSchemes">["items"][number];
const tabs = ["tree", "adoptions", "difference"] as const;

/** One version of a scheme: its tree with marks and weights, who uses it, what differs from another version. */
export function SchemeView({ scheme }: { scheme: Scheme }) {
  const t = useTexts(schemeTexts);
  const words = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const version = scheme.versions.find((one) => String(one.version) === search.version) ?? scheme.versions[0];
  const tab = tabs.find((name) => name === search.tab) ?? "tree";
  if (!version) return null;
  return (
    <div className={styles.scheme}>
      <div className={styles.head}>
        <h1>{words(version.name)}</h1>
        <Tag>{version.ownerId === null ? t("library") : (version.ownerName ?? t("elsewhere"))}</Tag>
        {version.adapts !== null && <span className="note">{t("adapts", { version: version.adapts })}</span>}
      </div>
      {version.note !== null && <p className="quiet">{t("noteOf", { note: version.note })}</p>}
      {may("scheme.manage") && (
        <div className={styles.acts}>
          <Link
            className={buttonClass("quiet")}
            to="/board/schemes/$code/edit"
            params={{ code: scheme.code }}
            search={also({ version: String(version.version) })}
          >
            {t("edit")}
          </Link>
          <AdoptActs scheme={scheme} version={version.version} />
        </div>
      )}
      {scheme.versions.length > 1 && (
        <SelectField
          label={t("versions")}
          hideLabel
          value={version.version}
          onChange={(event) => void navigate({ to: ".", search: also({ version: event.target.value }) })}
        >
          {scheme.versions.map((one) => (
            <option key={one.version} value={one.version}>
              {t("versionNumber", { version: one.version })}
            </option>
          ))}
        </SelectField>
      )}
      <Tabs
        label={t("title")}
        panelId="scheme-panel"
        options={tabs.map((key) => ({ key, label: t(key) }))}
        value={tab}
        onChange={(key) => void navigate({ to: ".", search: also({ tab: key }), replace: true })}
      />
      <div id="scheme-panel" role="tabpanel" aria-labelledby={`scheme-panel-${tab}`}>
        {tab === "tree" && <Tree code={scheme.code} version={version.version} />}
        {tab === "adoptions" && <Adoptions adoptions={scheme.adoptions} />}
        {tab === "difference" && <Difference scheme={scheme} version={version.version} />}
      </div>
    </div>
  );
}

function Tree({ code, version }: { code: string; version: number }) {
  const scheme = useQuery(ask("getScheme", { params: { code, version: String(version) } }));
  return (
    <Loaded query={scheme} rows={8}>
      {(data) => (
        <>
          <SchemeTree scheme={data} />
          <SchemeRulesList body={data.body} />
        </>
      )}
    </Loaded>
  );
}
