/** A new UUIDv7 (RFC 9562): the page names its acts itself, so that one sent twice is one act. */
export function uuidv7(at: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const ms = at.toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (parseInt(hex[3] ?? '0', 16) & 3)).toString(16);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
