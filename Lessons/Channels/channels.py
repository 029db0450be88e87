# One filter sees all channels.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import color_picture, correlate, np, resized, results, show, sobel_x, sobel_y

scene = color_picture()[..., :3]

# snippet.slices
slices = np.array([
    [[2, 0, -2], [2, 0, -2], [2, 0, -2]],
    [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
    [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
])
# snippet.end

planes = np.array([
    [[9, 8, 4, 4, 4], [9, 7, 3, 4, 5], [8, 8, 4, 5, 4]],
    [[2, 2, 4, 4, 5], [1, 3, 3, 4, 4], [2, 2, 5, 5, 4]],
    [[3, 2, 4, 5, 4], [2, 2, 4, 4, 4], [1, 3, 4, 4, 5]],
])
bias = -3


# snippet.answer
# What one filter answers at one place: a kernel for every plane, one sum over all of them, one bias.
def answer_at(slices, bias, planes, row, column):
    rows, columns = slices.shape[1:]
    under = planes[:, row : row + rows, column : column + columns]
    return (slices * under).sum() + bias
# snippet.end


# snippet.sum
sums = [answer_at(slices[[c]], 0, planes[[c]], 0, 0) for c in range(3)]
answer = answer_at(slices, bias, planes, 0, 0)
print(f"three sums {[int(one) for one in sums]}   with the bias {answer}")
# snippet.end
results["sums"], results["answer"] = sums, answer
results["slide"] = [answer_at(slices, bias, planes, 0, column) for column in range(3)]

# snippet.colours
maps = [correlate(scene[..., c], slices[c], "replicate") for c in range(3)]
together = sum(maps)
gray = scene @ np.array([0.299, 0.587, 0.114])
nothing = sum(correlate(gray, one, "replicate") for one in slices)
# snippet.end
results["onGray"] = abs(nothing).max().round(3)
show([*maps, together], ["red", "green", "blue", "together"], signed=True)

# snippet.count
channels, filters = 32, 64
products = 3 * 3 * channels
parameters = (products + 1) * filters
print(f"{products} products   {filters} filters   {parameters} parameters")
# snippet.end
results["products"], results["parameters"] = products, parameters


# snippet.directions
# Maps of edges, each of one direction: Sobel's two answers, turned little by little.
def edges_of(picture, count):
    across, down = correlate(picture, sobel_x, "replicate"), correlate(picture, sobel_y, "replicate")
    angles = 2 * np.pi * np.arange(count) / count
    return np.array([np.maximum(np.cos(a) * across + np.sin(a) * down, 0) for a in angles])


# A filter over these maps: at each of the eight neighbours it looks for what grows lighter towards the middle.
def spots(count):
    rows, columns = np.mgrid[-1:2, -1:2]
    angles = 2 * np.pi * np.arange(count) / count
    return np.array([-columns * np.cos(a) - rows * np.sin(a) for a in angles])
# snippet.end


# snippet.many
small = resized(gray, scene.shape[0] // 6, scene.shape[1] // 6)
maps = edges_of(small, 32)
answers = sum(correlate(one, weights) for one, weights in zip(maps, spots(32)))
# snippet.end
results["spots"] = list(answers.shape)
show([small, *maps[::8], answers], columns=3)


# snippet.exercise/filter
def answer_of_filter(image, slices, bias):
    ### BEGIN SOLUTION
    return sum(correlate(image[..., channel], slices[channel]) for channel in range(len(slices))) + bias
    ### END SOLUTION
# snippet.end


# snippet.exercise/filter-test
ones = np.ones((4, 5, 3))
slices = np.array([np.full((3, 3), weight) for weight in (1, 2, 3)])
assert np.allclose(answer_of_filter(ones, slices, -4), np.full((2, 3), 50))
# snippet.end
