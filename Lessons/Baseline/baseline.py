# A network that does not look.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import examined, load_weights, np, prepared, print_log, results, show

import keras
from keras import layers

keras.utils.set_random_seed(1)
(x_train, y_train), (x_test, y_test) = prepared("mnist")

# snippet.NeuralNetwork/baseline
model = keras.Sequential([
    layers.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(128, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.summary()
# snippet.end
results["parameters"] = model.count_params()

# snippet.count
hidden = 784 * 128 + 128
answers = 128 * 10 + 10
print(f"{hidden} + {answers} = {hidden + answers}")
# snippet.end
results["countedByHand"] = [hidden, answers]

# The course trained for longer; a few images are enough to see it learn.
fresh = model.get_weights()[0]
images, epochs = 2_000, 3
history = model.fit(
    x_train[:images], y_train[:images], batch_size=32, epochs=epochs, validation_split=0.1, verbose=0
)
print_log(history)

# snippet.untouched
trained = model.get_weights()[0]
untouched = (trained == fresh).all(axis=1).sum()
print(f"{untouched} of {len(trained)} inputs")
# snippet.end

# A weight moves only where its pixel is lit in some image: the data alone tell which stay.
lit = x_train[:images].reshape(images, 784).max(axis=0) > 0
print(784 - lit.sum())

if load_weights(model, "baseline"):
    probabilities, confusion = examined(model, x_test, y_test)
    print(results["testAccuracy"])
    print(confusion)


# snippet.Notebook/permuted
# The pixels of every image in another order, the same for all of them.
def permuted(images, seed):
    order = np.random.default_rng(seed).permutation(28 * 28)
    return images.reshape(-1, 28 * 28)[:, order].reshape(images.shape)
# snippet.end


show([x_train[0, ..., 0], permuted(x_train[:1], seed=1)[0, ..., 0]], ["a digit", "its pixels in another order"])


# snippet.four
def convolutional():
    return keras.Sequential([
        layers.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])


images, epochs = 1_000, 2
accuracies = []
for network in [model, convolutional()]:
    for change in [lambda x: x, lambda x: permuted(x, seed=1)]:
        copy = keras.models.clone_model(network)
        copy.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
        copy.fit(change(x_train[:images]), y_train[:images], batch_size=64, epochs=epochs, verbose=0)
        accuracies.append(copy.evaluate(change(x_test[:500]), y_test[:500], verbose=0)[1])
# snippet.end
print(f"dense: in order {accuracies[0]:.3f}   in another {accuracies[1]:.3f}")
print(f"convolutional: in order {accuracies[2]:.3f}   in another {accuracies[3]:.3f}")


# snippet.exercise/shuffle
def shuffled(images, order):
    ### BEGIN SOLUTION
    return images.reshape(len(images), -1)[:, order].reshape(images.shape)
    ### END SOLUTION
# snippet.end


# snippet.exercise/shuffle-test
pictures = np.arange(8).reshape(2, 2, 2)
assert shuffled(pictures, np.array([3, 2, 1, 0])).tolist() == [[[3, 2], [1, 0]], [[7, 6], [5, 4]]]
# snippet.end
