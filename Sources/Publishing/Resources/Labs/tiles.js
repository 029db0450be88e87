// Many small pictures as one.

/** Pictures of one size, so many a row, a pixel apart. */
export function tiled(pictures, columns) {
  const [{ width, height }] = pictures;
  const image = new ImageData(columns * (width + 1) - 1, Math.ceil(pictures.length / columns) * (height + 1) - 1);
  pictures.forEach(({ data }, index) => {
    const start = Math.floor(index / columns) * (height + 1) * image.width + index % columns * (width + 1);
    for (let row = 0; row < height; row++) {
      image.data.set(data.subarray(4 * row * width, 4 * (row + 1) * width), 4 * (start + row * image.width));
    }
  });
  return image;
}
