# How strong an edge is, and which way it runs.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import bell, correlate, finished, gray_picture, np, plt, results, show, sobel_x, sobel_y

gray = gray_picture()

# snippet.sobel
horizontal = correlate(gray, sobel_x, "replicate")
vertical = correlate(gray, sobel_y, "replicate")
# snippet.end
show([horizontal, vertical], ["Sobel x", "Sobel y"], signed=True)

# snippet.straight
size = 9
rows, columns = np.mgrid[0:size, 0:size] - (size - 1) / 2
answers = []
for across, down in [(0, 1), (1, 0), (1, 1)]:
    side = across * columns + down * rows
    patch = np.where(side < 0, 40, np.where(side > 0, 200, 120))
    middle = patch[size // 2 - 1 : size // 2 + 2, size // 2 - 1 : size // 2 + 2]
    answers.append([(sobel_x * middle).sum(), (sobel_y * middle).sum()])
# snippet.end
results["straight"] = answers
print(np.array(answers).astype(int))

# snippet.polar
magnitude = np.hypot(horizontal, vertical)
# With twice the digits, then rounded: so angles on the limit of two bins fall where they should.
angle = np.arctan2(vertical.astype(float), horizontal.astype(float)).astype(np.float32)
# snippet.end
results["magnitude.maximum"] = magnitude.max()
show([magnitude, angle], ["magnitude", "direction"])

# snippet.orientations
turn = (angle.astype(float) + np.pi) / (2 * np.pi)
bins = np.floor((turn % 1) * 36 + 0.5).astype(int) % 36
weights = np.bincount(bins.ravel(), magnitude.ravel(), minlength=36)
# snippet.end
results["orientations.weights"] = weights / weights.sum()
plt.bar(np.arange(36) * 10 - 180, weights, width=9)
plt.xlabel("direction in degrees")
plt.ylabel("magnitude")
finished()


# Stage 3: a pixel stays only where its magnitude is the largest across the edge.
def thinned(horizontal, vertical):
    magnitude = np.sqrt(horizontal * horizontal + vertical * vertical)
    flat, steep = abs(horizontal), abs(vertical)
    tangent = np.float32(0.41421356)
    along = (steep <= flat * tangent)
    upright = ~along & (flat <= steep * tangent)
    falling = ~along & ~upright & ((horizontal > 0) == (vertical > 0))
    rising = ~along & ~upright & ~falling
    framed = np.pad(magnitude, 1)
    height, width = magnitude.shape
    kept = np.zeros_like(magnitude)
    for chosen, (down, right) in [(along, (0, 1)), (upright, (1, 0)), (falling, (1, 1)), (rising, (1, -1))]:
        before = framed[1 - down : 1 - down + height, 1 - right : 1 - right + width]
        after = framed[1 + down : 1 + down + height, 1 + right : 1 + right + width]
        crest = chosen & (magnitude >= before) & (magnitude > after)
        kept[crest] = magnitude[crest]
    return kept


# Stage 5: from every strong pixel a walk through all weak ones that touch it.
def followed(strong, weak):
    edges = strong.copy()
    while True:
        framed = np.pad(edges, 1)
        near = np.zeros_like(edges)
        for i in range(3):
            for j in range(3):
                near |= framed[i : i + edges.shape[0], j : j + edges.shape[1]]
        grown = edges | (near & weak)
        if (grown == edges).all():
            return edges
        edges = grown


# snippet.canny
# Smooth, take the gradient, keep the crests, sort them by two thresholds, follow the strong ones.
def canny(image, low, high):
    smoothed = correlate(image, bell([1, 4, 6, 4, 1]), "replicate")
    x = correlate(smoothed, sobel_x, "replicate")
    y = correlate(smoothed, sobel_y, "replicate")
    crest = thinned(x, y)
    return followed(strong=crest >= high, weak=crest >= low)


edges = canny(gray, low=40, high=110)
# snippet.end
results["canny.edgeShare"] = edges.mean()

# snippet.thresholds
pairs = [(10, 30), (40, 110), (120, 300)]
drawings = [canny(gray, low, high) for low, high in pairs]
# snippet.end
show(drawings, [f"{low} / {high}" for low, high in pairs])


# snippet.exercise/degrees
def degrees(across, down):
    ### BEGIN SOLUTION
    return np.degrees(np.arctan2(down, across)) % 360
    ### END SOLUTION
# snippet.end


# snippet.exercise/degrees-test
assert np.allclose(degrees(np.array([1, 0, -1, 0]), np.array([0, 1, 0, -1])), [0, 90, 180, 270])
assert np.isclose(degrees(-1, -1), 225)
# snippet.end
