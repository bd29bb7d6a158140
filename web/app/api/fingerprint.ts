/** SHA-256 of a file, hexadecimal. The browser's own is there over https only, and offline rooms often have none. */
export async function fingerprintOf(file: Blob): Promise<string> {
  const content = new Uint8Array(await file.arrayBuffer());
  const digest = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", content))
    : (await import("@noble/hashes/sha2.js")).sha256(content);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
