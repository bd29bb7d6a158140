import type { HistorySize, TreeSize } from "./size.ts";

/** What a generated group is made of, for the statements that make it. */
export type Ground = {
  readonly tenantId: number;
  readonly rootId: string;
  /** Account that entered everything. */
  readonly accountId: string;
  readonly size: HistorySize;
  readonly tree: TreeSize;
  readonly firstMonth: string;
};

/** Kinds of generated ids: things of one kind are numbered from 1. */
export const idKinds = {
  organization: 1,
  person: 2,
  membership: 3,
  appointment: 4,
  plan: 5,
  planLine: 6,
  obligation: 7,
  record: 8,
  dueFact: 9,
  dischargedFact: 10,
  standardFact: 11,
  attendanceFact: 12,
  metricFact: 13,
  receipt: 14,
  overdueFact: 15,
} as const;

/**
 * Functions in a schema of their own, taken away at the end. Everything is a function of its number, so that no
 * statement has to look up what another made: `id` looks like a UUIDv7 of that day, `chance` is 0 to 1023 and the same in
 * every run, `present` says whether one of a branch's committee came to a record.
 */
export function numberingSql({ size, tree, firstMonth }: Ground): string {
  const committees = tree.committees;
  const generals = tree.committees + tree.generalBranches;
  return `
    CREATE SCHEMA bench;
    CREATE FUNCTION bench.id(kind integer, number bigint, day date) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT (lpad(to_hex((day - date '1970-01-01') * 86400000::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
        || '8' || lpad(to_hex(number), 15, '0'))::uuid $$;
    CREATE FUNCTION bench.chance(number bigint, salt bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT (hashint8extended(number, salt) & 1023)::integer $$;
    CREATE FUNCTION bench.present(record bigint, place integer, branch bigint) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT bench.chance(record * 8 + place, 1) < 980 - 12 * (branch % 29)::integer $$;
    CREATE FUNCTION bench.organization_of(branch bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT bench.id(${idKinds.organization}, ${generals} + branch, date '2023-01-01') $$;
    CREATE FUNCTION bench.person_of(branch bigint, place integer) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT bench.id(${idKinds.person}, (place - 1) * ${tree.branches}::bigint + branch, date '2023-01-01') $$;
    CREATE TABLE bench.month AS
      SELECT ordinal, (date '${firstMonth}' + make_interval(months => ordinal - 1))::date AS first,
        (date '${firstMonth}' + make_interval(months => ordinal) - interval '1 day')::date AS last
      FROM generate_series(1, ${size.months}) AS ordinal;
    CREATE FUNCTION bench.parent_of(number bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT CASE WHEN number <= ${committees} THEN 0
        WHEN number <= ${generals} THEN (number - ${committees} - 1) % ${committees} + 1
        WHEN number <= ${generals + tree.branches} THEN (number - ${generals} - 1) % ${tree.generalBranches} + ${committees} + 1
        ELSE (number - ${generals + tree.branches} + 1) / 2 + ${generals} END $$;
    CREATE FUNCTION bench.path_of(number bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $$ SELECT CASE WHEN number = 0 THEN '1.' WHEN number <= ${committees} THEN '1.' || number + 1 || '.'
        WHEN number <= ${generals} THEN '1.' || bench.parent_of(number) + 1 || '.' || number + 1 || '.'
        WHEN number <= ${generals + tree.branches} THEN '1.' || bench.parent_of(bench.parent_of(number)) + 1 || '.'
          || bench.parent_of(number) + 1 || '.' || number + 1 || '.'
        ELSE '1.' || bench.parent_of(bench.parent_of(bench.parent_of(number))) + 1 || '.'
          || bench.parent_of(bench.parent_of(number)) + 1 || '.' || bench.parent_of(number) + 1 || '.' || number + 1 || '.' END $$;`;
}

/** A statement that fills a table, and what it fills, for the generator's report. */
export type Filling = { readonly table: string; readonly sql: string };
