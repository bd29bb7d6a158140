export { configurationDocument, type DescribedSetting, describeConfiguration } from "./describe-configuration.ts";
export { type Keys, loadKeys } from "./keys.ts";
export {
  type Configuration,
  type ConfigurationProblem,
  type ConfigurationProblemCode,
  type Configured,
  configuredIn,
  loadConfiguration,
} from "./load-configuration.ts";
