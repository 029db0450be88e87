# What a network makes of a picture, layer by layer.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import load_weights, np, prepared, results, show

import keras
from keras import layers

keras.utils.set_random_seed(1)
(x_train, y_train), (x_test, y_test) = prepared("mnist")
model = keras.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(128, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
is_course = load_weights(model, "cnn")
if not is_course:
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train[:2_000], y_train[:2_000], batch_size=32, epochs=2, verbose=0)

# snippet.activations
outputs = [layer.output for layer in model.layers]
inside = keras.Model(model.inputs, outputs)
activations = inside.predict(x_test[:1], verbose=0)
# snippet.end
filters = model.get_weights()[0]
show([*filters[:, :, 0, :8].transpose(2, 0, 1)], signed=True)
show([*activations[0][0, ..., :8].transpose(2, 0, 1)])
show([*activations[2][0, ..., :8].transpose(2, 0, 1)])
if is_course:
    results["filters"] = filters.reshape(9, 32).T
    results["probabilities"] = activations[-1][0]
    results["digit"] = y_test[0].argmax()

# snippet.head
# The network up to its second convolution: what it answers to a patch of the picture.
head = keras.Model(model.inputs, model.layers[2].output)
maps = head.predict(x_test[:1_000], batch_size=500, verbose=0)
# snippet.end
strongest = maps[..., 0].reshape(1_000, -1).max(axis=1).argsort()[::-1][:8]
show([x_test[index, ..., 0] for index in strongest])


# snippet.covered
# The picture as often as it has pixels, each time with a black square centred on another one.
def covered(image, side=5):
    reach, (rows, columns) = side // 2, image.shape[:2]
    copies = np.repeat(image[None], rows * columns, axis=0)
    for place, copy in enumerate(copies):
        row, column = divmod(place, columns)
        copy[max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1] = 0
    return copies
# snippet.end


truth = y_test.argmax(axis=1)
probabilities, losses = [], []
for digit in [2, 3, 5, 7, 8]:
    image = x_test[(truth == digit).argmax()]
    whole = model.predict(image[None], verbose=0)[0, digit]
    parts = model.predict(covered(image), batch_size=784, verbose=0)[:, digit]
    probabilities.append(whole)
    losses.append((whole - parts).reshape(28, 28))
show(losses, [str(digit) for digit in [2, 3, 5, 7, 8]], columns=5, signed=True)
if is_course:
    results["occlusion.probabilities"] = probabilities
    results["occlusion.largestLosses"] = [lost.max() for lost in losses]


# snippet.exercise/nearest
def nearest(weights, kernels):
    ### BEGIN SOLUTION
    def likeness(name):
        product = (kernels[name] * weights).sum()
        return abs(product) / np.sqrt((kernels[name] ** 2).sum())

    return max(kernels, key=likeness)
    ### END SOLUTION
# snippet.end


# snippet.exercise/nearest-test
down = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])
known = {"across": down.T, "down": down}
assert nearest(np.array([[0.2, 0.5, 0.1], [0, 0, 0], [-0.3, -0.4, -0.2]]), known) == "down"
# snippet.end
