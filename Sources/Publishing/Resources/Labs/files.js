// Pictures of the reader's own, from files. Nothing leaves the page.

import { fromAddress, OWN } from "./pictures.js";

/** The picture of a file. Fails for what is none, and for one that was cut short. */
export async function fromFile(file) {
  const address = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  if (!address.startsWith("data:image/")) throw new TypeError("no picture");
  // An image shows as much of a file as there is; this fails where a part is missing, but for drawings always.
  if (!address.startsWith("data:image/svg")) (await createImageBitmap(file)).close();
  return fromAddress(address, OWN);
}
