# What the listings of all lessons share: data, this run's weights, pictures, and how they are shown.
import gzip
import json
import os
import pathlib
import struct
import sys

import matplotlib.pyplot as plt
import numpy as np

os.environ.setdefault("KERAS_BACKEND", "jax")

# The numbers that the course's page names, too, under the same names.
results = {}


# A file that lies beside the notebook or the script.
def beside(name):
    for folder in [pathlib.Path.cwd(), pathlib.Path(sys.argv[0]).resolve().parent]:
        if (folder / name).exists():
            return folder / name
    return None


# ---- Data ----

# One file of the IDX format: two zeros, a code for bytes, the number of axes, their lengths, the bytes.
def idx_file(path):
    data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    axes = data[3]
    shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape)


# Images and labels for training and for the test: from the folder $COURSE_DATA, else from Keras.
def load(name):
    folder = pathlib.Path(os.environ.get("COURSE_DATA", ".")) / name.replace("_", "-")
    if not folder.is_dir():
        import keras

        return getattr(keras.datasets, name).load_data()

    def file(stem):
        plain = folder / stem
        return idx_file(plain if plain.exists() else folder / (stem + ".gz"))

    return tuple(
        (file(f"{part}-images-idx3-ubyte"), file(f"{part}-labels-idx1-ubyte")) for part in ("train", "t10k")
    )


# The same for a network: from 0 to 1, with a channel axis, and labels as rows with a single one.
def prepared(name="mnist"):
    (x_train, y_train), (x_test, y_test) = load(name)
    x_train = x_train[..., None].astype("float32") / 255
    x_test = x_test[..., None].astype("float32") / 255
    return (x_train, np.eye(10)[y_train]), (x_test, np.eye(10)[y_test])


# ---- Weights ----

# The tensors of a safetensors file: the length of a JSON header, the header, then the numbers.
def safetensors(path):
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        numbers = np.frombuffer(data[8 + length + first : 8 + length + last], "<f4")
        tensors[name] = numbers.reshape(entry["shape"])
    return tensors


# Gives a Keras model the weights that the course trained; False where they don't lie beside this file.
def load_weights(model, name):
    path = beside(f"weights/{name}.safetensors")
    tensors = safetensors(path) if path else {}
    shapes = [list(weights.shape) for weights in model.get_weights()]
    if sorted(shapes) != sorted(list(tensor.shape) for tensor in tensors.values()):
        print("The course's weights are not here: what a small training finds has other numbers.")
        return False
    count = {}
    for layer in model.layers:
        if layer.weights:
            kind = type(layer).__name__.lower()
            place = count[kind] = count.get(kind, -1) + 1
            stem = kind if place == 0 else f"{kind}_{place}"
            layer.set_weights([tensors[f"{stem}.kernel"], tensors[f"{stem}.bias"]])
    print("These are the weights of the course's own run.")
    return True


# What a network answers to images that it has not seen, under the names that the course's page has for it.
def examined(model, x, y):
    loss, accuracy = model.evaluate(x, y, batch_size=500, verbose=0)
    probabilities = model.predict(x, batch_size=500, verbose=0)
    truth, predicted = y.argmax(axis=1), probabilities.argmax(axis=1)
    confusion = np.zeros((10, 10), int)
    np.add.at(confusion, (truth, predicted), 1)
    results["testLoss"], results["testAccuracy"] = loss, (truth == predicted).mean()
    results["confusion"] = confusion
    return probabilities, confusion


# A line for each epoch of a training.
def print_log(history):
    log = history.history
    for epoch in range(len(log["loss"])):
        print(
            f"epoch {epoch + 1}   loss {log['loss'][epoch]:.4f}   accuracy {log['accuracy'][epoch]:.4f}"
            f"   held back: loss {log['val_loss'][epoch]:.4f}   accuracy {log['val_accuracy'][epoch]:.4f}"
        )


# ---- Pictures ----

# The course's picture: rows, columns, and red, green, blue and opacity from 0 to 255.
def color_picture():
    path = beside("pictures/scene.png")
    if path is not None:
        color = (plt.imread(path)[..., :3] * 255).round()
        return np.dstack([color, np.full(color.shape[:2], 255)]).astype(np.uint8)
    print("The course's picture is not here: a simple one stands in for it.")
    rows, columns = np.mgrid[0:320, 0:480]
    sky = np.stack([90 + rows // 4, 140 + rows // 5, 200 - rows // 6], axis=-1)
    sky[(rows - 110) ** 2 + (columns - 330) ** 2 < 55**2] = (235, 200, 60)
    sky[(rows > 170) & (abs(columns - 160) < 70)] = (150, 60, 50)
    return np.dstack([sky, np.full(sky.shape[:2], 255)]).astype(np.uint8)


# The same in grey, whole numbers: red, green and blue weighted as the eye sees them.
def gray_picture():
    color = color_picture()[..., :3].astype(np.float32)
    weights = np.array([0.299, 0.587, 0.114], np.float32)
    products = weights * color
    return np.floor(products[..., 0] + products[..., 1] + products[..., 2] + np.float32(0.5))


# A smaller picture: every new pixel is the mean of the area that it covers.
def resized(image, rows, columns):
    def shares(old, new):
        edges = np.arange(new + 1) * old / new
        pixel = np.arange(old)
        covered = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
        return (np.clip(covered, 0, 1) * new / old).astype(np.float32)

    return shares(image.shape[0], rows) @ image @ shares(image.shape[1], columns).T


# ---- Kernels ----

laplacian8 = np.array([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]], np.float32)
laplacian4 = np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]], np.float32)
sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)
sobel_y = sobel_x.T
box_sum = np.ones((3, 3), np.float32)
sharpen = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]], np.float32)
emboss = np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], np.float32)


# A bell: the outer product of a row with itself, scaled so that it adds up to one.
def bell(row):
    product = np.outer(row, row).astype(np.float32)
    return product / product.sum()


kernels = {
    "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]], np.float32),
    "box-sum": box_sum,
    "box-blur": box_sum / 9,
    "gaussian3": bell([1, 2, 1]),
    "gaussian5": bell([1, 4, 6, 4, 1]),
    "sharpen": sharpen,
    "laplacian8": laplacian8,
    "laplacian4": laplacian4,
    "sobel-x": sobel_x,
    "sobel-y": sobel_y,
    "prewitt-x": np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]], np.float32),
    "prewitt-y": np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]], np.float32),
    "emboss": emboss,
}

# What NumPy calls the ways to go on beyond the border.
padding = {"zero": "constant", "replicate": "edge", "reflect": "reflect"}


# The kernel visits every pixel. Instead of looping over the picture, NumPy loops over the kernel: each weight
# multiplies a whole shifted picture.
def correlate(image, kernel, border="valid"):
    rows, columns = kernel.shape
    image = np.asarray(image, np.float32)
    if border != "valid":
        above, left = (rows - 1) // 2, (columns - 1) // 2
        image = np.pad(image, ((above, rows - 1 - above), (left, columns - 1 - left)), padding[border])
    height, width = image.shape[0] - rows + 1, image.shape[1] - columns + 1
    answer = np.zeros((height, width), np.float32)
    for i in range(rows):
        for j in range(columns):
            answer += kernel[i, j] * image[i : i + height, j : j + width]
    return answer


# The largest value, or the mean, of every window; what fills no window at the end is left out.
def pooled(image, size=2, summary=np.max):
    rows, columns = image.shape[0] // size, image.shape[1] // size
    windows = image[: rows * size, : columns * size].reshape(rows, size, columns, size)
    return summary(windows, axis=(1, 3))


# ---- Showing ----

# Pictures side by side, each with its title; `signed` in two colours with zero in the middle.
def show(pictures, titles=None, columns=4, signed=False):
    columns = min(columns, len(pictures))
    rows = -(-len(pictures) // columns)
    _, axes = plt.subplots(rows, columns, figsize=(3 * columns, 2.6 * rows), squeeze=False)
    for place, axis in enumerate(axes.flat):
        axis.axis("off")
        if place < len(pictures):
            picture = np.asarray(pictures[place], float)
            picture = picture / 255 if picture.ndim == 3 else picture
            limit = max(np.percentile(abs(picture), 99), 1e-6)
            options = {"cmap": "PuOr_r", "vmin": -limit, "vmax": limit} if signed else {"cmap": "gray"}
            axis.imshow(picture, **options)
            axis.set_title(titles[place] if titles else "")
    finished()


# Ends a drawing: on a screen it is shown, elsewhere put away.
def finished():
    plt.tight_layout()
    if plt.get_backend().lower() == "agg":
        plt.close()
    else:
        plt.show()
