# One thing at a time, several seeds, one test.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import finished, load, np, plt, results, show

import keras
from keras import layers

(images_train, labels_train), (images_test, labels_test) = load("mnist")


# snippet.shifted
# Every image moved by some pixels: the first to the right, the next one down, then left, up, and so on.
# What leaves the frame is lost, and black comes in.
def shifted(images, distance):
    moved = np.zeros_like(images)
    n = images.shape[1] - distance
    moved[0::4, :, distance:] = images[0::4, :, :n]
    moved[1::4, distance:, :] = images[1::4, :n, :]
    moved[2::4, :, :n] = images[2::4, :, distance:]
    moved[3::4, :n, :] = images[3::4, distance:, :]
    return moved
# snippet.end


show([*images_test[:4], *shifted(images_test[:4], 4)])


def examples(images, labels):
    return images.astype("float32")[..., None] / 255, keras.utils.to_categorical(labels, 10)


def dense():
    return [layers.Flatten(), layers.Dense(128, activation="relu")]


def small():
    return [layers.Conv2D(8, 3, activation="relu"), layers.MaxPooling2D(2), layers.Flatten()]


# One run: a network from one seed.
def run(hidden, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([layers.Input((28, 28, 1)), *hidden(), layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    model.fit(*examples(images_train[:8_000], labels_train[:8_000]), batch_size=32, epochs=3, verbose=0)
    return model


def mistakes(model, images, labels):
    x, _ = examples(images, labels)
    return int((model.predict(x, batch_size=500, verbose=0).argmax(axis=1) != labels).sum())


held_back = images_train[-5_000:], labels_train[-5_000:]
runs = {"dense": [run(dense, seed) for seed in [1, 2]], "small": [run(small, seed=1)]}
counts = {name: [mistakes(model, *held_back) for model in models] for name, models in runs.items()}
print(counts)
results["runs"] = {"dense": [{"images": 8_000, "mistakes": count} for count in counts["dense"]]}

# snippet.once
# The images held back choose; the test images are asked once, of the network that was chosen.
chosen = min(counts, key=lambda name: np.mean(counts[name]))
final = [mistakes(model, images_test, labels_test) for model in runs[chosen]]
print(chosen, final)
# snippet.end

distances = range(7)
model = runs[chosen][0]
shares = [1 - mistakes(model, shifted(images_test[:2_000], d), labels_test[:2_000]) / 2_000 for d in distances]
plt.plot(distances, shares, marker="o")
plt.xlabel("pixels")
plt.ylabel("accuracy")
finished()


# snippet.exercise/pairs
def mean_difference(first, second):
    ### BEGIN SOLUTION
    differences = np.asarray(first) - np.asarray(second)
    error = differences.std(ddof=1) / np.sqrt(len(differences))
    return differences.mean(), error
    ### END SOLUTION
# snippet.end


# snippet.exercise/pairs-test
mean, error = mean_difference([52, 54, 53, 55, 51], [50, 50, 50, 50, 50])
assert mean == 3 and np.isclose(error, np.sqrt(0.5))
# snippet.end
