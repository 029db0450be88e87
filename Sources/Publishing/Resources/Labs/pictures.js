// Pictures to compute on: the course's, one of the reader's own, what the camera sees. Nothing leaves the page.

/** As large as a picture of the reader's own is in the course, and what a kernel of five can be laid on. */
const OWN = { most: { width: 480, height: 400 }, least: 5 };
const ANY = { most: { width: Infinity, height: Infinity }, least: 1 };

/** The brightness of colours in whole levels: the luma of ITU-R BT.601, in thousandths. */
function gray({ width, height, data }) {
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index++) {
    const [red, green, blue] = [data[4 * index], data[4 * index + 1], data[4 * index + 2]];
    pixels[index] = Math.floor((299 * red + 587 * green + 114 * blue + 500) / 1000);
  }
  return { width, height, pixels };
}

/** What can be drawn on a canvas, reduced to fit, on white where it is transparent. */
function picture(source, width, height, { most, least }, canvas = document.createElement("canvas")) {
  const share = Math.min(1, most.width / width, most.height / height);
  canvas.width = Math.max(Math.round(width * share), least);
  canvas.height = Math.max(Math.round(height * share), least);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return gray(pen.getImageData(0, 0, canvas.width, canvas.height));
}

/** The picture of a data URI. Fails for what no browser can show. */
export async function fromAddress(address, limits = ANY) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return picture(image, image.naturalWidth, image.naturalHeight, limits);
}

/** The picture of a file. Fails for what is none. */
export async function fromFile(file) {
  const address = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  if (!address.startsWith("data:image/")) throw new TypeError("no picture");
  return fromAddress(address, OWN);
}

/** The reader's camera, picture after picture, from `start` to `stop` and never longer than the page is looked at. */
export class Camera {
  constructor(onpicture, onstop) {
    Object.assign(this, { onpicture, onstop, stream: null });
    this.video = Object.assign(document.createElement("video"), { muted: true, playsInline: true });
    this.canvas = document.createElement("canvas");
    addEventListener("pagehide", () => this.stop());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.stop(); });
  }

  get isOn() { return this.stream !== null; }

  /**
   * Asks for the camera. Fails with the browser's error where there is none, or the reader refuses.
   *
   * @param isWanted asked once it is there: who has chosen something else meanwhile is not filmed
   */
  async start(isWanted) {
    if (!navigator.mediaDevices) throw new DOMException("no camera", "NotFoundError");
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 640 }, height: { ideal: 480 }, facingMode: "environment" },
    });
    if (document.hidden || this.isOn || !isWanted()) return stream.getTracks().forEach((track) => track.stop());
    this.stream = stream;
    stream.getVideoTracks()[0].addEventListener("ended", () => this.stop());
    this.video.srcObject = stream;
    await this.video.play();
    this.look();
  }

  look() {
    if (!this.isOn) return;
    const { videoWidth, videoHeight } = this.video;
    if (videoWidth) this.onpicture(picture(this.video, videoWidth, videoHeight, OWN, this.canvas));
    requestAnimationFrame(() => this.look());
  }

  stop() {
    if (!this.isOn) return;
    this.stream.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.video.srcObject = null;
    this.onstop();
  }
}
