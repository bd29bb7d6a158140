export function installStamp(root: string): string;
export function installedAsLocked(root: string): boolean;
export function ensureInstalled(root: string, say: (line: string) => void): Promise<void>;
