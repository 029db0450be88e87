// Pictures to compute on. Nothing leaves the page.

/** As large as a picture of the reader's own is in the course, and what a kernel of five can be laid on. */
export const OWN = { most: { width: 480, height: 400 }, least: 5 };
const ANY = { most: { width: Infinity, height: Infinity }, least: 1 };

/** The brightness of colours in whole levels: the luma of ITU-R BT.601, in thousandths, on white paper. */
function gray({ width, height, data }) {
  const pixels = new Uint8Array(width * height);
  let isBlank = true;
  for (let index = 0; index < pixels.length; index++) {
    const [red, green, blue, opacity] = data.subarray(4 * index, 4 * index + 4);
    const level = Math.floor((299 * red + 587 * green + 114 * blue + 500) / 1000);
    pixels[index] = Math.round((level * opacity + 255 * (255 - opacity)) / 255);
    if (opacity) isBlank = false;
  }
  return { width, height, pixels, isBlank };
}

/** What can be drawn on a canvas, reduced to fit; `isBlank` where it is transparent everywhere. */
export function reduced(source, width, height, { most, least }, canvas = document.createElement("canvas")) {
  const share = Math.min(1, most.width / width, most.height / height);
  canvas.width = Math.max(Math.round(width * share), least);
  canvas.height = Math.max(Math.round(height * share), least);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingQuality = "high";
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return gray(pen.getImageData(0, 0, canvas.width, canvas.height));
}

/** The picture of a data URI. Fails for what no browser can show. */
export async function fromAddress(address, limits = ANY) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return reduced(image, image.naturalWidth, image.naturalHeight, limits);
}
