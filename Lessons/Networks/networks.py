# What a network is made of.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import finished, np, plt, results

# snippet.neuron
inputs = np.array([0.5, 1, 0.25])
weights = np.array([0.8, -1.3, 1.2])
bias = 0.1
total = inputs @ weights + bias
answer = max(total, 0)
print(f"sum {total:.2f}   answer {answer:.2f}")
# snippet.end
results["neuron.sum"], results["neuron.answer"] = total, answer


# snippet.NeuralNetwork/dense
# y[n, o] = b[o] + sum over i of x[n, i] w[i, o]: a product of matrices.
def dense(x, w, b):
    return x @ w + b
# snippet.end


# snippet.dense
x = np.array([[1, 2]])
w = np.array([[1, 0, -1], [2, 1, 0.5]])
b = np.array([0, 1, 0])
y = dense(x, w, b)
print(y[0].tolist())
# snippet.end
results["dense"] = y[0]

# snippet.small
sizes = [2 * 2, 6, 5, 3]
parameters = [(before + 1) * units for before, units in zip(sizes, sizes[1:])]
print(" + ".join(str(count) for count in parameters), "=", sum(parameters))
# snippet.end
results["small.parameters"] = sum(parameters)


# snippet.collapse
def first(x):
    return 2 * x + 1


def second(x):
    return -3 * x + 2


def both(x):
    return (-3 * 2) * x + (-3 * 1 + 2)


stacked, single = second(first(5)), both(5)
bent, line = second(max(first(-5), 0)), both(-5)
print(f"two layers {stacked}   one {single}   with ReLU {bent}, without {line}")
# snippet.end
results["collapse"] = [stacked, single, bent, line]


# snippet.derivatives
x = np.arange(-4, 4.01, 0.05)
rectified, squashed, tangent = np.maximum(x, 0), 1 / (1 + np.exp(-x)), np.tanh(x)
derivatives = {
    "ReLU": (x > 0).astype(float),
    "sigmoid": squashed * (1 - squashed),
    "tanh": 1 - tangent**2,
}
# snippet.end
for name, derivative in derivatives.items():
    plt.plot(x, derivative, label=name)
plt.legend()
finished()


# snippet.NeuralNetwork/relu
def relu(x):
    return np.maximum(x, 0)
# snippet.end


# snippet.NeuralNetwork/sigmoid
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
# snippet.end


# snippet.vanishing
steepest = sigmoid(0) * (1 - sigmoid(0))
through_five = steepest**5
print(f"{steepest} -> {through_five:.6f}")
# snippet.end
results["sigmoid.steepest"], results["sigmoid.throughFive"] = steepest, through_five


# snippet.NeuralNetwork/conv2d
# y[n, i, j, f] = b[f] + sum over u, v, c of x[n, i + u, j + v, c] w[u, v, c, f]
def conv2d(x, w, b):
    rows, columns = w.shape[:2]
    height, width = x.shape[1] - rows + 1, x.shape[2] - columns + 1
    y = np.zeros((x.shape[0], height, width, w.shape[3])) + b
    for u in range(rows):
        for v in range(columns):
            y += x[:, u : u + height, v : v + width, :] @ w[u, v]
    return y
# snippet.end


# snippet.convolution
window = np.array([0, 0, 1, 0, 0, 1, 0, 0, 1]).reshape(1, 3, 3, 1)
sobel = np.array([-1, 0, 1, -2, 0, 2, -1, 0, 1]).reshape(3, 3, 1, 1)
score = conv2d(window, sobel, np.array([-0.5]))
response = relu(score[0, 0, 0, 0])
print(response)
# snippet.end
results["convolution"] = response


# snippet.NeuralNetwork/max-pool
# y[n, i, j, c] = max over u, v of x[n, 2 i + u, 2 j + v, c]
def max_pool(x, size=2):
    n, height, width, channels = x.shape
    rows, columns = height // size, width // size
    windows = x[:, : rows * size, : columns * size].reshape(n, rows, size, columns, size, channels)
    return windows.max(axis=(2, 4))
# snippet.end


# snippet.pooling
feature_map = np.array([1, 3, 2, 1, 4, 2, 0, 5]).reshape(1, 2, 4, 1)
pooled = max_pool(feature_map)
maps = np.arange(1600).reshape(5, 5, 64)
place = (1 * 5 + 2) * 64 + 3
is_there = maps.flatten()[place] == maps[1, 2, 3]
print(f"{pooled.flatten().tolist()}   place {place}: {is_there}")
# snippet.end
results["pooled"], results["place"] = pooled.flatten(), place


# snippet.NeuralNetwork/softmax
# e^x_i / sum of e^x_j, each shifted by the largest score so that none overflows.
def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
# snippet.end


# snippet.scores
scores = np.array([1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6])
probabilities = softmax(scores)
print(f"[{', '.join(f'{p:.3f}' for p in probabilities)}]")
# snippet.end
results["softmax"] = probabilities


# snippet.exercise/stable
def softmax_of(scores):
    ### BEGIN SOLUTION
    powers = np.exp(scores - np.max(scores))
    return powers / powers.sum()
    ### END SOLUTION
# snippet.end


# snippet.exercise/stable-test
assert np.allclose(softmax_of(np.array([1000.0, 1000.0])), [0.5, 0.5])
assert np.isclose(softmax_of(np.array([2.0, 0.0, 0.0])).sum(), 1)
assert np.argmax(softmax_of(np.array([-3.0, 1.0, 0.5]))) == 1
# snippet.end
