import { fillLargeGroup } from "../demo/large-group/fill-large-group.ts";
import { demoAccess, keepDemoAccess } from "../demo-start.ts";
import { withApplication } from "./with-application.ts";

/** `dutyloop demo fill-second`: only beside the demo's first group. It ends with the server that started it. */
export async function fillSecondGroupCommand(): Promise<number> {
  const endToo = () => process.exit(1);
  process.on("disconnect", endToo);
  try {
    return await withApplication(async (application, { dataFolder }) => {
      const access = await demoAccess(dataFolder);
      if (access === null) {
        console.error("没有演示数据，不填入第二个集团 / there is no demo, so no second group is filled in");
        return 1;
      }
      const second = await fillLargeGroup(application, { password: access.password });
      await keepDemoAccess(dataFolder, { ...access, second });
      return 0;
    });
  } finally {
    // As long as somebody listens, the channel to the server keeps this program alive.
    process.off("disconnect", endToo);
  }
}
