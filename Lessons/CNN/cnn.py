# A network that looks.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import finished, load, load_weights, np, plt, print_log, results, show

import jax
import keras
from keras import layers

keras.utils.set_random_seed(1)

# snippet.NeuralNetwork/cnn
# Images from 0 to 1 with a channel axis; labels as rows with a single one.
(x_train, y_train), (x_test, y_test) = load("mnist")
x_train = x_train.astype("float32")[..., None] / 255
x_test = x_test.astype("float32")[..., None] / 255
y_train = keras.utils.to_categorical(y_train, 10)
y_test = keras.utils.to_categorical(y_test, 10)

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
model.summary()
# snippet.end
results["parameters"] = model.count_params()

# snippet.NeuralNetwork/adam
adam = keras.optimizers.Adam(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7)
model.compile(optimizer=adam, loss="categorical_crossentropy", metrics=["accuracy"])
# snippet.end

kernels_before = model.get_weights()[0]

# snippet.shared/log
# The course trained for longer; a few images are enough to see the curve.
images, epochs = 2_000, 2
history = model.fit(
    x_train[:images], y_train[:images], batch_size=32, epochs=epochs, validation_split=0.2, verbose=0
)
print_log(history)
# snippet.end

plt.plot(history.history["loss"], label="training")
plt.plot(history.history["val_loss"], label="held back")
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
finished()

# snippet.first-epoch
kernels_early = model.get_weights()[0]
change = np.sqrt(((kernels_early - kernels_before) ** 2).sum())
# snippet.end
print(f"{change:.2f}")
show([*kernels_before[:, :, 0, :4].transpose(2, 0, 1)], signed=True)
show([*kernels_early[:, :, 0, :4].transpose(2, 0, 1)], signed=True)

# snippet.plain-step
# One step of training, in plain form: forward, loss, backward, Adam.
def plain_step(weights, moments, x, y, number):
    # Forward and loss; JAX finds the way back from them.
    def loss_of(weights):
        probabilities, _ = model.stateless_call(weights, [], x)
        return keras.losses.categorical_crossentropy(y, probabilities).mean()

    loss, gradients = jax.value_and_grad(loss_of)(weights)
    rate, beta1, beta2, epsilon = 0.001, 0.9, 0.999, 1e-7
    rate *= (1 - beta2**number) ** 0.5 / (1 - beta1**number)
    moved = []
    for w, g, (m, v) in zip(weights, gradients, moments):
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        moved.append(w - rate * m / (v**0.5 + epsilon))
    return loss, moved
# snippet.end

model.compile(optimizer=keras.optimizers.Adam(0.001), loss="categorical_crossentropy")
start = [jax.numpy.array(w) for w in model.get_weights()]
zeros = [(jax.numpy.zeros_like(w), jax.numpy.zeros_like(w)) for w in start]
batch = x_train[:32], y_train[:32]
loss, moved = plain_step(start, zeros, *batch, number=1)
model.train_on_batch(*batch)
parted = max(float(abs(own - w).max()) for own, w in zip(moved, model.get_weights()))
farthest = max(float(abs(own - w).max()) for own, w in zip(moved, start))
print(f"loss {loss:.4f}   of a step, {parted / farthest:.2%} apart")

is_course = load_weights(model, "cnn")

# snippet.shared/evaluate
loss, accuracy = model.evaluate(x_test, y_test, batch_size=500, verbose=0)
probabilities = model.predict(x_test, batch_size=500, verbose=0)
predicted = probabilities.argmax(axis=1)
# snippet.end
print(f"loss {loss:.4f}   accuracy {accuracy:.4f}")

truth = y_test.argmax(axis=1)
confusion = np.zeros((10, 10), int)
np.add.at(confusion, (truth, predicted), 1)
print(confusion)
right = confusion.diagonal()
if is_course:
    results["testLoss"], results["testAccuracy"] = loss, accuracy
    results["confusion"] = confusion
    results["precision"] = right / confusion.sum(axis=0)
    results["recall"] = right / confusion.sum(axis=1)

wrong = np.flatnonzero(predicted != truth)
surest = wrong[np.argsort(-probabilities[wrong].max(axis=1))][:8]
show(
    [x_test[index, ..., 0] for index in surest],
    [f"{truth[index]} -> {predicted[index]}" for index in surest],
)


# snippet.exercise/measures
def precision_and_recall(confusion):
    ### BEGIN SOLUTION
    right = confusion.diagonal()
    return right / confusion.sum(axis=0), right / confusion.sum(axis=1)
    ### END SOLUTION
# snippet.end


# snippet.exercise/measures-test
precision, recall = precision_and_recall(np.array([[3, 1], [1, 5]]))
assert np.allclose(precision, [3 / 4, 5 / 6]) and np.allclose(recall, [3 / 4, 5 / 6])
precision, recall = precision_and_recall(np.array([[4, 0], [4, 8]]))
assert np.allclose(precision, [0.5, 1]) and np.allclose(recall, [1, 8 / 12])
# snippet.end
