// What the reader's camera sees. Nothing of it leaves the page.

import { OWN, reduced } from "./pictures.js";

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
    if (videoWidth) this.onpicture(reduced(this.video, videoWidth, videoHeight, OWN, this.canvas));
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
