/** From here on reading a file takes more memory than a server has at rest. */
const largeBytes = 2 * 1024 * 1024;

export function isLarge(bytes: unknown): boolean {
  return bytes instanceof Uint8Array && bytes.length > largeBytes;
}
