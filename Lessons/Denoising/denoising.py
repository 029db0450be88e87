# A network that cleans pictures.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import finished, load, load_weights, np, plt, results, show

import keras
from keras import layers

keras.utils.set_random_seed(123)

# Clothes from 0 to 1, with a channel axis. Nobody needs their labels: the clean picture is the answer.
(clean_train, _), (clean_test, labels) = load("fashion_mnist")
results["testCounts"] = np.bincount(labels)
histogram = np.bincount(clean_train.ravel(), minlength=256)
results["blackShare"] = histogram[0] / histogram.sum()
results["histogram64"] = histogram.reshape(64, 4).sum(axis=1)
clean_train = clean_train.astype("float32")[..., None] / 255
clean_test = clean_test.astype("float32")[..., None] / 255


# snippet.Imaging/gaussian-noise
def noisy(images, deviation, random):
    spoiled = images + random.normal(0, deviation, images.shape)
    return np.clip(spoiled, 0, 1).astype("float32")
# snippet.end


random = np.random.default_rng(123)
noisy_test = noisy(clean_test[:1_000], 0.4, random)
show([*clean_test[:4, ..., 0], *noisy_test[:4, ..., 0]])

# snippet.NeuralNetwork/denoising
picture = keras.Input((28, 28, 1))

# The encoder: two convolutions, each followed by a pooling, keep what matters in a small map.
x = layers.Conv2D(32, 3, padding="same", activation="relu")(picture)
x = layers.MaxPooling2D(2, padding="same")(x)
x = layers.Conv2D(64, 3, padding="same", activation="relu")(x)
code = layers.MaxPooling2D(2, padding="same")(x)

# The decoder: convolutions and doubled sides lead back to the size of the picture.
x = layers.Conv2D(64, 3, padding="same", activation="relu")(code)
x = layers.UpSampling2D(2)(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
x = layers.UpSampling2D(2)(x)
cleaned = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(x)

autoencoder = keras.Model(picture, cleaned)
autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
autoencoder.summary()
# snippet.end
results["parameters"] = autoencoder.count_params()

# The course trained for longer; a few pictures are enough to see the loss fall.
images = 500
history = autoencoder.fit(
    noisy(clean_train[:images], 0.4, random), clean_train[:images],
    batch_size=64, epochs=2, validation_split=0.1, verbose=0,
)
print([round(loss, 4) for loss in history.history["val_loss"]])
is_course = load_weights(autoencoder, "denoising")

# snippet.clean
cleaned_test = autoencoder.predict(noisy_test, batch_size=250, verbose=0)
# snippet.end
show([*noisy_test[:4, ..., 0], *cleaned_test[:4, ..., 0]])


# snippet.Imaging/mean-squared-error
# One number for each picture: differences squared, so that their signs don't cancel, and averaged over its pixels.
def mean_squared_errors(pictures, originals):
    return ((pictures - originals) ** 2).mean(axis=(1, 2, 3))


after = mean_squared_errors(cleaned_test, clean_test[:1_000])
print("the first ten test images, cleaned:", after[:10].round(4).tolist())
# snippet.end
before = mean_squared_errors(noisy_test, clean_test[:1_000])
plt.hist([before, after], bins=50, label=["noisy", "cleaned"])
plt.xlabel("mean squared error")
plt.ylabel("pictures")
plt.legend()
finished()
results["errorBefore"] = {"mean": before.mean()}
if is_course:
    results["errorAfter"] = {"mean": after.mean()}


# snippet.Imaging/peak-signal-to-noise-ratio
# Ten decibels more are a tenth of the error.
def peak_signal_to_noise_ratio(error):
    return 10 * np.log10(1 / error)
# snippet.end


print([round(peak_signal_to_noise_ratio(error.mean()), 1) for error in [before, after]])


# snippet.exercise/psnr
def psnr(clean, other):
    ### BEGIN SOLUTION
    return -10 * np.log10(((clean - other) ** 2).mean())
    ### END SOLUTION
# snippet.end


# snippet.exercise/psnr-test
flat = np.full((4, 4), 0.5)
assert np.isclose(psnr(flat, flat + 0.1), 20)
assert np.isclose(psnr(flat, flat + 0.01), 40)
# snippet.end
