export function processMark(pid?: number): string;
export function isAlive(mark: string): boolean;
export function tryLock(path: string): (() => void) | undefined;
export function takeLock(
  path: string,
  options: { waitMs: number; onWait?: () => void },
): Promise<(() => void) | undefined>;
