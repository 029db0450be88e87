// A trained network: a plain forward pass, layer by layer, in the loops of the lessons.
//
// Numbers stand row after row, in a row pixel after pixel, and in a pixel map after map.

/** Weights: two characters of base64 are a whole number from -2047 to 2047, times the scale of the map it belongs to. */
export function unpacked(text, scales) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const weights = new Float32Array(bytes.length / 3 * 2);
  for (let index = 0; index < weights.length; index++) {
    // Three bytes are two numbers of twelve bits.
    const first = (index >> 1) * 3;
    const bits = index % 2 ? (bytes[first + 1] & 15) << 8 | bytes[first + 2] : bytes[first] << 4 | bytes[first + 1] >> 4;
    weights[index] = (bits - 2048) * scales[index % scales.length];
  }
  return weights;
}

const ACTIVATIONS = {
  relu: (sums) => sums.map((sum) => Math.max(sum, 0)),
  softmax(sums) {
    const largest = Math.max(...sums);
    const powers = sums.map((sum) => Math.exp(sum - largest));
    const all = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / all);
  },
};

const LAYERS = {
  /** Every kernel visits every place: products with all maps below it, added up to its bias. */
  Conv2D({ height, width, maps, values }, { side, weights, bias, activation }) {
    const answer = { height: height - side + 1, width: width - side + 1, maps: bias.length };
    const sums = new Float32Array(answer.height * answer.width * answer.maps);
    for (let row = 0; row < answer.height; row++) {
      for (let column = 0; column < answer.width; column++) {
        const to = (row * answer.width + column) * answer.maps;
        sums.set(bias, to);
        for (let place = 0; place < side * side; place++) {
          const from = (row + Math.floor(place / side)) * width + column + place % side;
          for (let map = 0; map < maps; map++) {
            const value = values[from * maps + map];
            if (!value) continue;
            const first = (place * maps + map) * answer.maps;
            for (let kernel = 0; kernel < answer.maps; kernel++) sums[to + kernel] += value * weights[first + kernel];
          }
        }
      }
    }
    return { ...answer, values: ACTIVATIONS[activation](sums) };
  },

  /** Of each window the largest value stays. */
  MaxPooling2D({ height, width, maps, values }, { side }) {
    const answer = { height: Math.floor(height / side), width: Math.floor(width / side), maps };
    const largest = new Float32Array(answer.height * answer.width * maps);
    for (let index = 0; index < largest.length; index++) {
      const [place, map] = [Math.floor(index / maps), index % maps];
      const [row, column] = [Math.floor(place / answer.width) * side, place % answer.width * side];
      let most = -Infinity;
      for (let part = 0; part < side * side; part++) {
        const from = (row + Math.floor(part / side)) * width + column + part % side;
        most = Math.max(most, values[from * maps + map]);
      }
      largest[index] = most;
    }
    return { ...answer, values: largest };
  },

  /** Every unit has a weight for every number, whatever arrangement these had. */
  Dense({ values }, { weights, bias, activation }) {
    const sums = Float32Array.from(bias);
    values.forEach((value, index) => {
      if (!value) return;
      for (let unit = 0; unit < sums.length; unit++) sums[unit] += value * weights[index * sums.length + unit];
    });
    return { height: 1, width: 1, maps: sums.length, values: ACTIVATIONS[activation](sums) };
  },
};

export class Network {
  constructor({ input: [height, width], parameters, layers }) {
    Object.assign(this, { height, width, parameters });
    this.layers = layers.map((layer) => ("weights" in layer
      ? { ...layer, weights: unpacked(layer.weights, layer.scales) } : layer));
  }

  /** What each layer makes of a picture of bytes, that itself first. */
  run(pixels) {
    const picture = { height: this.height, width: this.width, maps: 1, values: Float32Array.from(pixels, (byte) => byte / 255) };
    const all = [picture];
    for (const layer of this.layers) all.push(LAYERS[layer.kind](all[all.length - 1], layer));
    return all;
  }
}

/** The values of a map under a window whose first pixel is at a place, row after row. */
function windowOf({ width, maps, values }, map, side, row, column) {
  return Array.from({ length: side * side }, (_, place) =>
    values[((row + Math.floor(place / side)) * width + column + place % side) * maps + map]);
}

/** The weights with which a kernel looks at one of the maps below it. */
function slice({ side, weights, bias }, kernel, map, maps) {
  return Array.from({ length: side * side }, (_, place) => weights[(place * maps + map) * bias.length + kernel]);
}

/**
 * How one pixel of a layer's map comes about: its `value`, and in `parts` what it was made of. Pooling has one part, the
 * pixels of a window; a convolution has one for each map below, with weights, products and their sum.
 *
 * @param below what the layer reads
 * @param above what it makes of that
 * @param at row and column of the pixel
 */
export function madeOf(layer, below, above, map, at) {
  const value = above.values[(at[0] * above.width + at[1]) * above.maps + map];
  const window = (number, row, column) => windowOf(below, number, layer.side, row, column);
  if (layer.kind !== "Conv2D") return { value, parts: [{ pixels: window(map, ...at.map((place) => place * layer.side)) }] };
  const parts = Array.from({ length: below.maps }, (_, number) => {
    const [pixels, weights] = [window(number, ...at), slice(layer, map, number, below.maps)];
    const products = pixels.map((pixel, place) => pixel * weights[place]);
    return { pixels, weights, products, sum: products.reduce((all, product) => all + product, 0) };
  });
  return { value, parts, sum: parts.reduce((all, part) => all + part.sum, 0), bias: layer.bias[map] };
}
