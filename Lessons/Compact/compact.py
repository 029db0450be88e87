# A network with a seventh of the parameters.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import examined, finished, load_weights, np, plt, prepared, print_log, results

import keras
from keras import layers

keras.utils.set_random_seed(1)
(x_train, y_train), (x_test, y_test) = prepared("mnist")

# snippet.NeuralNetwork/compact
model = keras.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dropout(0.5),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.summary()
# snippet.end
results["parameters"] = model.count_params()

# snippet.count
first = (3 * 3 * 1 + 1) * 32
second = (3 * 3 * 32 + 1) * 64
answers = (5 * 5 * 64 + 1) * 10
print(f"{first} + {second} + {answers} = {first + second + answers}")
# snippet.end
results["countedByHand"] = [first, second, answers]
results["kilobytes"] = 4 * (first + second + answers) / 1000

# snippet.shared/log
# The course trained for longer; a few images are enough to see the curve.
images, epochs = 2_000, 2
history = model.fit(
    x_train[:images], y_train[:images], batch_size=128, epochs=epochs, validation_split=0.1, verbose=0
)
print_log(history)
# snippet.end
if load_weights(model, "compact"):
    probabilities, confusion = examined(model, x_test, y_test)
    print(results["testAccuracy"])
    print(confusion)


# snippet.pair
# The weights of a layer that shares its kernels, and of one that connects everything.
def pair(height, width, channels, filters):
    shared = (3 * 3 * channels + 1) * filters
    units = (height - 2) * (width - 2) * filters
    connected = (height * width * channels + 1) * units
    return shared, connected


first, second = pair(28, 28, 1, filters=32), pair(13, 13, 32, filters=64)
print(f"shared / fully connected: first {first[0]} / {first[1]}   second {second[0]} / {second[1]}")
# snippet.end


# snippet.narrow
def narrow(filters):
    return keras.Sequential([
        layers.Input((28, 28, 1)),
        layers.Conv2D(filters, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(2 * filters, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])


networks = [narrow(filters) for filters in [1, 2, 4, 8, 16, 32]]
# snippet.end
results["series.parameters"] = [network.count_params() for network in networks]

# Small trainings show the same course: fewer filters, more mistakes.
accuracies = []
for network in networks:
    network.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    network.fit(x_train[:1_000], y_train[:1_000], batch_size=64, epochs=2, verbose=0)
    accuracies.append(network.evaluate(x_test[:500], y_test[:500], verbose=0)[1])
plt.semilogx(results["series.parameters"], accuracies, marker="o")
plt.xlabel("parameters")
plt.ylabel("accuracy")
finished()


# snippet.exercise/parameters
def parameters(size, channels, filters):
    ### BEGIN SOLUTION
    return filters * (size * size * channels + 1)
    ### END SOLUTION
# snippet.end


# snippet.exercise/parameters-test
assert parameters(3, 1, 32) == 320
assert parameters(1, 16, 4) == 68
# snippet.end
