import { meetingTemplate } from "@dutyloop/domain/standards/testing.ts";
import { expect, test } from "vitest";
import { assessedGroup } from "../testing/assessed-group.ts";
import { examineScores, groupsIn } from "./doctor.ts";

test("a task that was accepted is in order; a duty that nothing discharged isn't", async () => {
  const group = await assessedGroup();
  try {
    const branch = await group.organization("branch");
    const task = meetingTemplate({ code: "project", kind: "task", cadence: { every: "quarter", times: 1 } });
    await group.query(
      "INSERT INTO template_version (tenant_id, code, version, body, checksum, state) VALUES ($1, 'project', 1, $2, 'of the test', 'promoted')",
      [group.tenantId, task],
    );
    const plan = { organizationId: group.rootId, year: 2026, name: "计划", templateCodes: ["project"] };
    await group.office.ask("issuePlan", { body: plan });
    const [first, second] = await group.query<{ id: string }>(
      "SELECT id FROM obligation WHERE organization_id = $1 ORDER BY due_on",
      [branch],
    );
    const secretary = await group.caller("secretary", "branch_secretary", branch);
    const duty = { obligationId: first?.id ?? "" };
    await secretary.ask("takeDutyStep", { params: duty, body: { action: "submit", note: "已完成" } });
    await group.office.ask("checkDuty", { params: duty, body: { accept: true } });
    const scores = () => examineScores(group.application, group.tenantId, "group");
    expect(await scores()).toMatchObject({ ok: true });

    await group.query("UPDATE obligation SET state = 'discharged' WHERE id = $1", [second?.id]);
    expect(await scores()).toMatchObject({
      ok: false,
      detail: expect.stringContaining("1 duties discharged by nothing"),
    });
  } finally {
    await group.close();
  }
});

test("a data folder without any group is pointed out: it may be another one than the service's", () => {
  expect(groupsIn("/srv/data", 1)).toMatchObject({ ok: true, detail: "/srv/data, 1 groups" });
  expect(groupsIn("/clone/.dutyloop/data", 0)).toMatchObject({ ok: false });
});
