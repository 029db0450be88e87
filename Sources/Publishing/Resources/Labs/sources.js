// The choice of a picture: the course's, a file, the camera.

import { element } from "./elements.js";
import { Camera } from "./camera.js";
import { fromFile } from "./files.js";

/** Buttons for the sources, and a place for what goes wrong with them. */
export class Sources {
  /** @param onpicture hears a picture, or null for the course's own */
  constructor(words, onpicture, tell) {
    Object.assign(this, { words, onpicture, tell });
    this.camera = new Camera(onpicture, () => this.mark(this.file));
    const button = (key, onclick) => element("button", { type: "button", onclick }, words.say(key));
    this.course = button("coursePicture", () => this.useCourse());
    this.input = element("input", { type: "file", accept: "image/*", hidden: true, onchange: () => this.useFile() });
    this.file = button("ownFile", () => this.input.click());
    this.live = button("camera", () => this.useCamera());
    this.buttons = [this.course, this.file, this.live];
    this.element = element("div", { className: "choice", role: "group", ariaLabel: words.say("picture") },
      ...this.buttons, this.input);
    this.mark(this.course);
  }

  /** Whether what is shown can be had from the page's address. */
  get isShareable() { return this.chosen === this.course; }

  mark(chosen) {
    this.chosen = chosen;
    for (const button of this.buttons) button.ariaPressed = String(button === chosen);
    this.live.textContent = this.words.say(this.camera.isOn ? "stopCamera" : "camera");
  }

  useCourse() {
    this.isAsked = false;
    this.camera.stop();
    this.tell("");
    this.mark(this.course);
    this.onpicture(null);
  }

  async useFile() {
    const [file] = this.input.files;
    // The same file may be taken twice.
    this.input.value = "";
    if (!file) return;
    try {
      const picture = await fromFile(file);
      if (picture.isBlank) return this.tell(this.words.say("fileBlank", { file: file.name }));
      this.isAsked = false;
      this.camera.stop();
      this.tell("");
      this.mark(this.file);
      this.onpicture(picture);
    } catch {
      this.tell(this.words.say("fileUnreadable", { file: file.name }));
    }
  }

  async useCamera() {
    // What it saw last stays, as a picture.
    if (this.camera.isOn) return this.camera.stop();
    this.isAsked = true;
    this.tell(this.words.say("cameraAsked"));
    try {
      await this.camera.start(() => this.isAsked);
      if (this.isAsked) this.tell("");
      if (this.camera.isOn) this.mark(this.live);
    } catch (error) {
      this.camera.stop();
      const isRefused = ["NotAllowedError", "SecurityError"].includes(error.name);
      this.tell(this.words.say(isRefused ? "cameraRefused" : "cameraMissing"));
    }
  }
}
