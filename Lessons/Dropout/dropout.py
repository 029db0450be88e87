# A network that forgets on purpose.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import examined, load_weights, np, prepared, print_log, results

import keras
from keras import layers

keras.utils.set_random_seed(1)
(x_train, y_train), (x_test, y_test) = prepared("mnist")


# snippet.NeuralNetwork/dropout-network
def network(rate):
    return keras.Sequential([
        layers.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dropout(rate),
        layers.Dense(10, activation="softmax"),
    ])


model = network(rate=0.5)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.summary()
# snippet.end
results["parameters"] = model.count_params()

# The course trained for longer; a few images are enough to see it learn.
images, epochs = 2_000, 2
history = model.fit(
    x_train[:images], y_train[:images], batch_size=128, epochs=epochs, validation_split=0.1, verbose=0
)
print_log(history)
if load_weights(model, "dropout"):
    probabilities, confusion = examined(model, x_test, y_test)
    print(results["testAccuracy"])
    print(confusion)
    doubtful = np.argsort(probabilities.max(axis=1), kind="stable")[:6]
    results["predictions"] = [
        {"index": index, "truth": y_test[index].argmax(), "probabilities": probabilities[index]}
        for index in [*range(6), *doubtful]
    ]

# snippet.twins
# The same network twice, with dropout and without, on few images many times.
images, epochs = 300, 8
twins = [network(rate=0.5), network(rate=0.0)]
for twin in twins:
    twin.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    twin.fit(x_train[:images], y_train[:images], batch_size=128, epochs=epochs, verbose=0)
# snippet.end
known = [twin.evaluate(x_train[:images], y_train[:images], verbose=0)[1] for twin in twins]
new = [twin.evaluate(x_test[:500], y_test[:500], verbose=0)[1] for twin in twins]
print(f"with dropout: known {known[0]:.3f}   new {new[0]:.3f}")
print(f"without: known {known[1]:.3f}   new {new[1]:.3f}")


# snippet.exercise/mask
def dropped(values, is_kept, rate):
    ### BEGIN SOLUTION
    return values * is_kept / (1 - rate)
    ### END SOLUTION
# snippet.end


# snippet.exercise/mask-test
kept = dropped(np.array([3.0, 6.0, 9.0]), np.array([True, False, True]), 0.25)
assert np.allclose(kept, [4, 0, 12])
# snippet.end
