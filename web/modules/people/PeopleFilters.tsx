import { departedStates, developmentStates, dispositionStates } from "@dutyloop/domain/organization/member-things.ts";
import { posts } from "@dutyloop/domain/organization/things.ts";
import { useEffect, useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Check } from "../../ui/Checks.tsx";
import { classes } from "../../ui/classes.ts";
import { SelectField, TextField } from "../../ui/Field.tsx";
import { memberStateTexts, postTexts } from "../organization/texts.ts";
import styles from "./People.module.css";
import { peopleTexts } from "./texts.ts";
import { type Filters, useFilters } from "./use-filters.ts";

/** What the list of people is narrowed by; a phone shows the search alone until more is asked for. */
export function PeopleFilters({ filters }: { filters: Filters }) {
  const t = useTexts(peopleTexts);
  const [more, setMore] = useState(false);
  const { set } = useFilters();
  // Null where the field says what the address says: a view that is opened brings its own word.
  const [typed, setTyped] = useState<string | null>(null);
  const { state, post, double, on } = filters;
  const chosen = [state, post, double, on].filter(Boolean).length;
  useEffect(() => {
    if (typed === null) return;
    if (typed === filters.q) return setTyped(null);
    // Typing waits a moment before it asks.
    const waiting = setTimeout(() => void set("q", typed), 250);
    return () => clearTimeout(waiting);
  });
  return (
    <Card>
      <search className={classes(styles.filters, more && styles.open)}>
        <TextField
          label={t("find")}
          type="search"
          placeholder={t("findHint")}
          maxLength={100}
          value={typed ?? filters.q}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className={styles.more}>
          <Button aria-expanded={more} onClick={() => setMore(!more)}>
            {t("filters")}
            {chosen > 0 && ` · ${chosen}`}
          </Button>
        </span>
        <FurtherFilters filters={filters} />
      </search>
    </Card>
  );
}

function FurtherFilters({ filters }: { filters: Filters }) {
  const t = useTexts(peopleTexts);
  const stateWord = useTexts(memberStateTexts);
  const postWord = useTexts(postTexts);
  const may = useMay();
  const { today } = useSession();
  const { set } = useFilters();
  const states = [
    ...(may("development.read") ? developmentStates : []),
    ...(["PROBATIONARY", "FULL", "SUSPENDED"] as const),
    ...(may("member.read_dispositions") ? [...new Set([...dispositionStates, ...departedStates])] : []),
    "LEFT" as const,
  ];
  return (
    <>
      <SelectField label={t("state")} value={filters.state} onChange={(event) => void set("state", event.target.value)}>
        <option value="">{t("anyState")}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {stateWord(state)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("post")} value={filters.post} onChange={(event) => void set("post", event.target.value)}>
        <option value="">{t("anyPost")}</option>
        {posts.map((post) => (
          <option key={post} value={post}>
            {postWord(post)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("sort")} value={filters.sort} onChange={(event) => void set("sort", event.target.value)}>
        <option value="place">{t("byPlace")}</option>
        <option value="name">{t("byName")}</option>
        <option value="joined">{t("byJoined")}</option>
      </SelectField>
      <TextField
        label={t("asOf")}
        type="date"
        value={filters.on ?? today}
        onChange={({ target: { value } }) => void set("on", value === today ? "" : value)}
      />
      <Check
        label={t("onlyDouble")}
        checked={filters.double}
        onChange={(double) => void set("which", double ? "double" : "")}
      />
    </>
  );
}
