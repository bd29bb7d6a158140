import type pg from "pg";

/**
 * What the application may do with each table. A table that only grows has no UPDATE or DELETE,
 * so that neither a mistake nor a stolen application password can rewrite history.
 */
export const tablePrivileges: Record<string, string> = {
  tenant: "SELECT, INSERT, UPDATE",
  period: "SELECT, INSERT, UPDATE",
  fact: "SELECT, INSERT",
  fact_source: "SELECT, INSERT",
  outbox: "SELECT, INSERT, UPDATE, DELETE",
  idempotency: "SELECT, INSERT, DELETE",
  audit_entry: "SELECT, INSERT",
  audit_unsealed: "SELECT, INSERT, DELETE",
  audit_seal: "SELECT, INSERT",
  audit_anchor: "SELECT, INSERT",
  alarm: "SELECT, INSERT, UPDATE",
  file: "SELECT, INSERT",
  file_use: "SELECT, INSERT",
  upload: "SELECT, INSERT, UPDATE, DELETE",
  quarantined_file: "SELECT, INSERT, UPDATE",
  account: "SELECT, INSERT, UPDATE",
  password_history: "SELECT, INSERT",
  session: "SELECT, INSERT, UPDATE, DELETE",
  list_view: "SELECT, INSERT, UPDATE, DELETE",
  personal_token: "SELECT, INSERT, UPDATE",
  second_factor: "SELECT, INSERT, UPDATE, DELETE",
  recovery_code: "SELECT, INSERT, UPDATE, DELETE",
  // Rows of these go only where a re-organisation or an import is taken back as a whole.
  organization: "SELECT, INSERT, UPDATE, DELETE",
  organization_place: "SELECT, INSERT, UPDATE, DELETE",
  unit: "SELECT, INSERT, UPDATE, DELETE",
  coverage: "SELECT, INSERT, UPDATE, DELETE",
  person: "SELECT, INSERT, UPDATE, DELETE",
  person_private: "SELECT, INSERT, UPDATE, DELETE",
  employment: "SELECT, INSERT, UPDATE, DELETE",
  membership: "SELECT, INSERT, UPDATE, DELETE",
  appointment: "SELECT, INSERT, UPDATE, DELETE",
  search_entry: "SELECT, INSERT, UPDATE, DELETE",
  name_word: "SELECT, INSERT, DELETE",
  member_act: "SELECT, INSERT",
  voter_exclusion: "SELECT, INSERT, UPDATE",
  voting_impediment: "SELECT, INSERT, UPDATE",
  member_tag: "SELECT, INSERT, UPDATE",
  person_transfer: "SELECT, INSERT, UPDATE",
  term_of_office: "SELECT, INSERT, UPDATE",
  development_step: "SELECT, INSERT, UPDATE",
  development_act: "SELECT, INSERT, UPDATE",
  reorganization: "SELECT, INSERT, UPDATE",
  reorganization_successor: "SELECT, INSERT, DELETE",
  change_image: "SELECT, INSERT",
  import_batch: "SELECT, INSERT, UPDATE",
  post_role: "SELECT, INSERT, UPDATE",
  role_grant: "SELECT, INSERT, UPDATE",
  template_version: "SELECT, INSERT",
  benchmark_result: "SELECT, INSERT, UPDATE",
  benchmark_target: "SELECT, INSERT, UPDATE",
  benchmark_own_set: "SELECT, INSERT, UPDATE",
  template_act: "SELECT, INSERT",
  template_review: "SELECT, INSERT, UPDATE",
  template_adoption: "SELECT, INSERT, UPDATE",
  plan: "SELECT, INSERT, UPDATE",
  plan_line: "SELECT, INSERT, UPDATE",
  plan_change: "SELECT, INSERT",
  obligation: "SELECT, INSERT, UPDATE, DELETE",
  obligation_request: "SELECT, INSERT, UPDATE",
  obligation_step: "SELECT, INSERT",
  record: "SELECT, INSERT, UPDATE",
  record_host: "SELECT, INSERT, DELETE",
  record_entry: "SELECT, INSERT, DELETE",
  record_word: "SELECT, INSERT",
  record_to_word: "SELECT, INSERT, UPDATE, DELETE",
  record_awaited: "SELECT, INSERT, DELETE",
  record_draft: "SELECT, INSERT, UPDATE, DELETE",
  record_sample: "SELECT, INSERT",
  record_sample_item: "SELECT, INSERT, UPDATE",
  record_make_up: "SELECT, INSERT, UPDATE",
  record_version: "SELECT, INSERT",
  record_participant: "SELECT, INSERT",
  vote_tally: "SELECT, INSERT",
  election_tally: "SELECT, INSERT",
  discharge: "SELECT, INSERT",
  count_request: "SELECT, INSERT, DELETE",
  duty_rollup: "SELECT, INSERT, UPDATE, DELETE",
  record_rollup: "SELECT, INSERT, UPDATE, DELETE",
  tree_count: "SELECT, INSERT, UPDATE, DELETE",
  indicator_version: "SELECT, INSERT",
  scheme_version: "SELECT, INSERT",
  definition_draft: "SELECT, INSERT, UPDATE, DELETE",
  scheme_adoption: "SELECT, INSERT, UPDATE",
  period_closing: "SELECT, INSERT",
  period_structure: "SELECT, INSERT",
  receipt: "SELECT, INSERT",
  receipt_withdrawal: "SELECT, INSERT",
  judge: "SELECT, INSERT, UPDATE",
  judgement: "SELECT, INSERT, UPDATE",
  settlement: "SELECT, INSERT, UPDATE",
  veto_decision: "SELECT, INSERT",
  grade_decision: "SELECT, INSERT, UPDATE",
  score_sheet: "SELECT, INSERT, UPDATE, DELETE",
  score_rollup: "SELECT, INSERT, UPDATE, DELETE",
  metric_rollup: "SELECT, INSERT, UPDATE, DELETE",
  board: "SELECT, INSERT",
  board_row: "SELECT, INSERT",
  bulletin_draft: "SELECT, INSERT, UPDATE",
  bulletin: "SELECT, INSERT",
  dispute: "SELECT, INSERT, UPDATE",
  migration: "SELECT",
};

/** Tables that several groups share or that hold no group's data. */
const withoutWall = new Set(["tenant", "migration"]);

/** The wall as PostgreSQL says it again; were it to say it otherwise, the rights would only be given anew each time. */
const wall = "(tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer)";

type Roles = { readonly application: string; readonly backup: string };
type Table = {
  readonly name: string;
  readonly rights: string;
  readonly backedUp: boolean;
  /** As it stands where row-level security is on. */
  readonly wall: string | null;
};

/**
 * Grants exactly these rights and puts the tenant wall (row-level security) on every table that has a tenant_id.
 * The wall reads `dutyloop.tenant`; where that isn't set, no row is seen and none can be written. A table that has all of
 * it is left alone: giving rights locks it, and every program that opens the database comes by here.
 */
export async function applyPrivileges(client: pg.Client, roles: Roles): Promise<void> {
  const application = client.escapeIdentifier(roles.application);
  const backup = client.escapeIdentifier(roles.backup);
  const statements: string[] = [];
  for (const table of await tablesOf(client, roles)) {
    const { name } = table;
    const rights = tablePrivileges[name];
    if (!rights) throw new Error(`The table ${name} has no line in privileges.ts`);
    if (isAsItShould(table, rights)) continue;
    statements.push(`REVOKE ALL ON ${name} FROM ${application}`, `GRANT ${rights} ON ${name} TO ${application}`);
    statements.push(`GRANT SELECT ON ${name} TO ${backup}`);
    if (withoutWall.has(name)) continue;
    statements.push(
      `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
      `DROP POLICY IF EXISTS tenant_wall ON ${name}`,
      `CREATE POLICY tenant_wall ON ${name} TO ${application}
       USING (tenant_id = nullif(current_setting('dutyloop.tenant', true), '')::integer)`,
    );
  }
  if (statements.length === 0) return;
  await client.query([`GRANT USAGE ON SCHEMA public TO ${application}, ${backup}`, ...statements].join(";\n"));
}

async function tablesOf(client: pg.Client, { application, backup }: Roles): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       coalesce((SELECT string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY a.privilege_type)
         FROM aclexplode(c.relacl) a WHERE a.grantee = $1::regrole), '') AS rights,
       EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee = $2::regrole AND a.privilege_type = 'SELECT') AS "backedUp",
       (SELECT pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_wall'
         AND p.polroles = ARRAY[$1::regrole::oid] AND c.relrowsecurity) AS wall
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
    [client.escapeIdentifier(application), client.escapeIdentifier(backup)],
  );
  return rows;
}

function isAsItShould(table: Table, rights: string): boolean {
  const walled = withoutWall.has(table.name) || table.wall === wall;
  return table.rights === rights.split(", ").sort().join(", ") && table.backedUp && walled;
}
