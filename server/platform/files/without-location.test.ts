import { expect, test } from "vitest";
import { jpeg, png } from "../../testing/photographs.ts";
import { photographOf } from "./media-type.ts";
import { withoutLocation } from "./without-location.ts";

const clean = (bytes: Buffer) => withoutLocation(bytes, "image/jpeg");
/** The orientation that an EXIF segment of a cleaned JPEG says, or null without one. */
function orientationOf(bytes: Buffer): number | null {
  const at = bytes.indexOf("Exif\0\0");
  return at < 0 ? null : bytes.readUInt16BE(at + 6 + 18);
}

test("a photograph that lies on its side stays so, without the place where it was taken", () => {
  for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
    const cleaned = clean(jpeg({ orientation }));
    expect(orientationOf(cleaned)).toBe(orientation);
    expect(cleaned.toString("latin1")).not.toMatch(/GPS|39\.9|owner/);
    expect(cleaned.includes(Buffer.from([0x88, 0x25]))).toBe(false);
    expect(photographOf(cleaned)).toEqual({ mediaType: "image/jpeg" });
  }
});

test("an upright photograph keeps nothing that the camera wrote beside it", () => {
  expect(orientationOf(clean(jpeg({ orientation: 1 })))).toBeNull();
  expect(orientationOf(clean(jpeg({ orientation: 99 })))).toBeNull();
});

test("the picture itself is untouched", () => {
  const original = jpeg({ shade: 200 });
  const picture = original.subarray(original.indexOf(Buffer.from([0xff, 0xdb])));
  expect(clean(original).subarray(-picture.length)).toEqual(picture);
});

test("comments, and whatever stands behind the picture, are left out", () => {
  const cleaned = clean(jpeg({ comment: "<script>", after: `second picture with GPS ${jpeg().toString("latin1")}` }));
  expect(cleaned.toString("latin1")).not.toMatch(/script|GPS|second/);
  expect(cleaned.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
});

test("a JPEG that breaks off behind its first scan is cleaned without a fault", () => {
  const whole = jpeg();
  for (let length = whole.length - 60; length <= whole.length; length += 1)
    expect(() => clean(whole.subarray(0, length))).not.toThrow();
});

test("cleaning a cleaned photograph changes nothing", () => {
  const once = clean(jpeg({ orientation: 6, comment: "x", after: "y" }));
  expect(clean(once)).toEqual(once);
});

test("the texts of a PNG are left out and its picture stays", () => {
  const cleaned = withoutLocation(png("39.9 116.4"), "image/png");
  expect(cleaned).toEqual(png());
});

test("EXIF and XMP of a WebP are left out, and its header no longer announces them", () => {
  const chunk = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, "latin1");
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const webp = (...chunks: Buffer[]) => {
    const body = Buffer.concat(chunks);
    const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
    head.writeUInt32LE(body.length + 4, 4);
    return Buffer.concat([head, body]);
  };
  const header = (flags: number) => chunk("VP8X", Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const picture = chunk("VP8 ", Buffer.alloc(31, 7));
  const whole = webp(
    header(0x1c),
    picture,
    chunk("EXIF", Buffer.from("GPS here")),
    chunk("XMP ", Buffer.from("<place/>")),
  );
  expect(photographOf(whole)).toEqual({ mediaType: "image/webp" });
  expect(withoutLocation(whole, "image/webp")).toEqual(webp(header(0x10), picture));
});
