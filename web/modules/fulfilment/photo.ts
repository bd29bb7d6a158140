const longestSide = 1920;
const thumbnailSide = 160;

/** Width and height that fit into a square of `side`, never larger than the original. */
export function fitted(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function drawn(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(bitmap.width, bitmap.height, side));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * Redraws a photograph as a JPEG of at most 1920 px, upright: small enough for a weak line, and without the place and
 * device that the camera wrote into it. Rejects when the browser can't read the picture.
 */
export async function preparePhoto(file: Blob): Promise<{ photo: Blob; thumbnail: string }> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const photo = await new Promise<Blob>((resolve, reject) => {
      const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error("no picture")));
      drawn(bitmap, longestSide).toBlob(done, "image/jpeg", 0.85);
    });
    return { photo, thumbnail: drawn(bitmap, thumbnailSide).toDataURL("image/jpeg", 0.7) };
  } finally {
    bitmap.close();
  }
}
