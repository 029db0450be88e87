# How a network learns.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import correlate, finished, gray_picture, np, plt, resized, results, sobel_x


# snippet.NeuralNetwork/cross-entropy
# -log of the probability that was given to the true class.
def cross_entropy(probabilities, label):
    return -np.log(np.clip(probabilities[label], 1e-7, 1 - 1e-7))
# snippet.end


scores = np.array([1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6])
probabilities = np.exp(scores) / np.exp(scores).sum()

# snippet.cost
right = cross_entropy(probabilities, label=3)
wrong = cross_entropy(probabilities, label=5)
mean = (right + wrong) / 2
print(f"true 3: {right:.4f}   true 5: {wrong:.4f}   mean {mean:.4f}")
# snippet.end
results["crossEntropy"] = [right, wrong, mean]

# snippet.blame
target = np.eye(10)[5]
blame = probabilities - target
print(f"[{', '.join(f'{one:.3f}' for one in blame)}]")
# snippet.end
results["crossEntropy.gradient"] = blame


def dense(x, w, b):
    return x @ w + b


# snippet.NeuralNetwork/dense-backward
# What the gradient g of the answers says about the inputs, the weights and the bias.
def dense_backward(g, x, w):
    dx = g @ w.T
    dw = x.T @ g
    db = g.sum(axis=0)
    return dx, dw, db
# snippet.end


# snippet.two-layers
x = np.array([[2.0, 1.0]])
hidden_w, hidden_b = np.array([[0.5, -1.0], [-1.0, 0.5]]), np.array([0.5, 0.5])
output_w, output_b = np.array([[2.0], [3.0]]), np.array([0.0])
target = 2


def forward(hidden_w):
    sums = dense(x, hidden_w, hidden_b)
    active = np.maximum(sums, 0)
    answer = dense(active, output_w, output_b)
    # Half of the squared error: its derivative is the error itself.
    loss = ((answer - target) ** 2 / 2).item()
    return sums, active, answer, loss
# snippet.end


# snippet.backward
sums, active, answer, loss = forward(hidden_w)
error = answer - target
d_active, d_output_w, _ = dense_backward(error, active, output_w)
d_sums = d_active * (active > 0)
d_x, d_hidden_w, d_hidden_b = dense_backward(d_sums, x, hidden_w)
print(f"loss {loss:.2f}")
print(
    f"gradient of the last weights {d_output_w.flatten().tolist()}"
    f"   of the first {d_hidden_w.flatten().tolist()}   of the inputs {d_x[0].tolist()}"
)
# snippet.end
results["backward"], results["backward.input"] = [d_hidden_w.flatten(), d_hidden_b], d_x[0]

# snippet.nudge
losses = []
for nudge in [0.01, -0.01]:
    nudged = hidden_w.copy()
    nudged[0, 0] += nudge
    losses.append(forward(nudged)[3])
slope = (losses[0] - losses[1]) / 0.02
print(f"by the chain rule {d_hidden_w[0, 0]:.2f}   by nudging {slope:.2f}")
# snippet.end


# snippet.NeuralNetwork/conv2d-backward
# Each product of the forward sum hands the gradient g of its y to both of its factors.
def conv2d_backward(g, x, w):
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    height, width = g.shape[1:3]
    for u in range(w.shape[0]):
        for v in range(w.shape[1]):
            under = x[:, u : u + height, v : v + width, :]
            dx[:, u : u + height, v : v + width, :] += g @ w[u, v].T
            dw[u, v] += np.einsum("nijc,nijf->cf", under, g)
    return dx, dw, g.sum(axis=(0, 1, 2))
# snippet.end


# snippet.convolution
x = np.array([1.0, 2, 0, 0, 3, 1, 2, 1, 0]).reshape(1, 3, 3, 1)
w = np.array([1.0, 0, 2, -1]).reshape(2, 2, 1, 1)
g = np.array([1.0, -1, 0, 2]).reshape(1, 2, 2, 1)
dx, dw, db = conv2d_backward(g, x, w)
# snippet.end
results["convolution.input"], results["convolution.kernel"] = dx.flatten(), dw.flatten()
results["convolution.bias"] = db[0]
print(dx[0, ..., 0], dw[..., 0, 0], db, sep="\n")


# snippet.NeuralNetwork/max-pool-backward
# The gradient goes to the winner of each window alone: only winners learn.
def max_pool_backward(g, x, size=2):
    dx = np.zeros(x.shape)
    for n, i, j, c in np.ndindex(g.shape):
        window = x[n, i * size : (i + 1) * size, j * size : (j + 1) * size, c]
        row, column = divmod(window.argmax(), size)
        dx[n, i * size + row, j * size + column, c] += g[n, i, j, c]
    return dx
# snippet.end


# snippet.pooling
x = np.array([1.0, 3, 2, 0, 5, 2, 1, 4, 0, 1, 7, 3, 2, 6, 5, 1]).reshape(1, 4, 4, 1)
g = np.array([1.0, -2, 3, 1]).reshape(1, 2, 2, 1)
found = max_pool_backward(g, x)
# snippet.end
results["pooling.input"] = found.flatten()
print(found[0, ..., 0])


# snippet.NeuralNetwork/descent
def gradient_descent(w, g, rate):
    return w - rate * g
# snippet.end


# snippet.NeuralNetwork/momentum
# A ball that keeps rolling.
def momentum_descent(w, g, velocity, rate, momentum):
    velocity = momentum * velocity - rate * g
    return w + velocity, velocity
# snippet.end


# snippet.valley
# The loss of two weights: a valley that is steep across and flat along.
def height(w):
    return (w[0] ** 2 + 12 * w[1] ** 2) / 2


def gradient(w):
    return np.array([w[0], 12 * w[1]])
# snippet.end


start, steps = np.array([-9.0, 2.0]), 40

# snippet.walks
w = start
for _ in range(steps):
    w = gradient_descent(w, gradient(w), rate=0.15)
plain = height(w)

w, velocity = start, np.zeros(2)
for _ in range(steps):
    w, velocity = momentum_descent(w, gradient(w), velocity, rate=0.04, momentum=0.8)
rolling = height(w)

w, m, v = start, np.zeros(2), np.zeros(2)
for step in range(1, steps + 1):
    m = 0.8 * m + 0.2 * gradient(w)
    v = 0.99 * v + 0.01 * gradient(w) ** 2
    w = w - 0.6 * (m / (1 - 0.8**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-7)
adaptive = height(w)
print(f"gradient descent {plain:.5f}   momentum {rolling:.5f}   Adam {adaptive:.5f}")
# snippet.end
results["descent.ends"] = [plain, rolling, adaptive]

# snippet.first-step
g = np.array([0.2, 0.0002])
beta1, beta2, rate, epsilon = 0.9, 0.999, 0.001, 1e-7
m = (1 - beta1) * g
v = (1 - beta2) * g**2
corrected_m, corrected_v = m / (1 - beta1), v / (1 - beta2)
moves = rate * corrected_m / (np.sqrt(corrected_v) + epsilon)
print("m", m, "  v", v)
print("moves", moves)
# snippet.end
results["adam.m"], results["adam.v"], results["adam.moves"] = m, v, moves


# snippet.NeuralNetwork/adam
# m and v are running means of the gradient and of its square, and every weight moves by about the rate,
# whatever the size of its gradient.
def adam(w, g, m, v, step, rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7):
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (g**2 - v)
    corrected = rate * np.sqrt(1 - beta2**step) / (1 - beta1**step)
    return w - corrected * m / (np.sqrt(v) + epsilon), m, v
# snippet.end

results["adam.ownMoves"] = -adam(np.zeros(2), g, np.zeros(2), np.zeros(2), step=1)[0]


def conv2d(x, w):
    height, width = x.shape[1] - w.shape[0] + 1, x.shape[2] - w.shape[1] + 1
    y = 0
    for u in range(w.shape[0]):
        for v in range(w.shape[1]):
            y = y + x[:, u : u + height, v : v + width, :] @ w[u, v]
    return y


# snippet.learn
# Nine weights that begin at zero, a picture, and what Sobel answers to it: Adam finds the kernel.
def learn(picture, answers, steps):
    x = picture[None, ..., None]
    w, m, v = np.zeros((3, 3, 1, 1)), 0, 0
    losses = []
    for step in range(1, steps + 1):
        errors = conv2d(x, w) - answers[None, ..., None]
        losses.append((errors**2).mean())
        g = 2 * errors / errors.size
        _, dw, _ = conv2d_backward(g, x, w)
        w, m, v = adam(w, dw, m, v, step, rate=0.1)
    return w[..., 0, 0], losses
# snippet.end


# snippet.pairs
picture = resized(gray_picture(), 32, 48) / 255
answers = correlate(picture, sobel_x)
kernel, losses = learn(picture, answers, steps=400)
print("\n".join(f"[{', '.join(f'{weight:.2f}' for weight in row)}]" for row in kernel))
# snippet.end
results["sobel.kernel"], results["sobel.losses"] = kernel.flatten(), [losses[0], losses[-1]]
plt.semilogy(losses)
plt.xlabel("step")
plt.ylabel("loss")
finished()


# snippet.NeuralNetwork/dropout
# y = x m / (1 - rate), where the mask m is 1 for the units that stay.
def dropout(x, rate, random, training):
    if not training:
        return x
    mask = random.random(x.shape) >= rate
    return x * mask / (1 - rate)
# snippet.end


# snippet.masks
random = np.random.default_rng(3)
values = np.arange(1, 9)
draws = [dropout(values, 0.5, random, training=True) for _ in range(2)]
afterwards = dropout(values, 0.5, random, training=False)
print(*[one.astype(int).tolist() for one in [*draws, afterwards]], sep="\n")
# snippet.end

# snippet.accuracy
answers = np.array([[0.7, 0.2, 0.1], [0.1, 0.5, 0.4], [0.3, 0.3, 0.4], [0.2, 0.6, 0.2]])
truth = np.array([0, 1, 1, 1])
predicted = answers.argmax(axis=1)
accuracy = (predicted == truth).mean()
print(f"answers {predicted.tolist()}   truth {truth.tolist()}   accuracy {accuracy:.2f}")
# snippet.end
results["accuracy"] = accuracy


# snippet.exercise/descend
def descend(gradient, weight, rate, steps):
    ### BEGIN SOLUTION
    for _ in range(steps):
        weight -= rate * gradient(weight)
    return weight
    ### END SOLUTION
# snippet.end


# snippet.exercise/descend-test
assert abs(descend(lambda weight: 2 * (weight - 3), 0.0, 0.1, 100) - 3) < 1e-6
assert descend(lambda weight: 1.0, 5.0, 0.5, 4) == 3
# snippet.end
