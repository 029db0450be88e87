# Seventy thousand digits.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import finished, load, np, plt, results, show

(x_train, y_train), (x_test, y_test) = load("mnist")
results["trainCount"], results["testCount"] = len(x_train), len(x_test)
results["trainCounts"], results["testCounts"] = np.bincount(y_train), np.bincount(y_test)
show(x_train[:8], [str(label) for label in y_train[:8]])

# snippet.means
means = np.array([x_train[y_train == digit].mean(axis=0) for digit in range(10)])
# snippet.end
show(means, [str(digit) for digit in range(10)], columns=5)

# snippet.statistics
histogram = np.bincount(x_train.ravel(), minlength=256)
# snippet.end
ink = histogram[1:].sum()
results["blackShare"] = histogram[0] / histogram.sum()
results["histogram64"] = histogram.reshape(64, 4).sum(axis=1)
shares, levels = histogram / histogram.sum(), np.arange(256)
mean = (shares * levels).sum()
deviation = np.sqrt((shares * (levels - mean) ** 2).sum())
results["raw"] = {"mean": mean, "standardDeviation": deviation}
plt.bar(range(1, 256), histogram[1:])
plt.xlabel("intensity")
plt.ylabel("pixels")
finished()

# snippet.memory
images = np.concatenate([x_train, x_test])
print(f"{images.nbytes} bytes as UInt8, {images.size * np.dtype(np.float32).itemsize} as Float")
# snippet.end
results["bytes"], results["bytesAsFloat32"] = images.nbytes, 4 * images.size

# snippet.one-hot
labels = y_train[:9]
one_hot = np.eye(10, dtype=int)[labels]
print(f"{labels[0]} -> {one_hot[0].tolist()}")
# snippet.end


# snippet.exercise/one-hot
def one_hot(labels, classes):
    ### BEGIN SOLUTION
    return np.eye(classes)[labels]
    ### END SOLUTION
# snippet.end


# snippet.exercise/one-hot-test
rows = one_hot(np.array([2, 0]), 3)
assert rows.tolist() == [[0, 0, 1], [1, 0, 0]]
# snippet.end
