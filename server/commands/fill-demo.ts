import { groups } from "../application.ts";
import { fillDemo } from "../demo/fill-demo.ts";
import { keepDemoAccess } from "../demo-start.ts";
import { randomPassword } from "../modules/identity/index.ts";
import { withApplication } from "./with-application.ts";

/** `dutyloop demo fill`: only into an installation without any group. */
export async function fillDemoCommand(): Promise<number> {
  return withApplication(async (application, configuration) => {
    if ((await groups(application.workshop.database)).length > 0) {
      console.error("系统中已有数据，不填入演示 / there is data already, so no demo is filled in");
      return 1;
    }
    const password = configuration.demoPassword ?? randomPassword();
    const summary = await fillDemo(application, { password });
    await keepDemoAccess(configuration.dataFolder, { ...summary, password });
    return 0;
  });
}
