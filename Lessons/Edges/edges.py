# Kernels that find edges.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import correlate, gray_picture, kernels, laplacian8, np, resized, results, show

gray = gray_picture()

# snippet.two-windows
alike = np.array([[99, 104, 101], [98, 100, 103], [97, 102, 105]])
unlike = np.array([[20, 20, 100], [20, 20, 100], [20, 20, 100]])
similar = (laplacian8 * alike).sum()
different = (laplacian8 * unlike).sum()
print(f"similar: {similar:.0f}   different: {different:.0f}")
# snippet.end
results["similar"], results["different"] = similar, different

# snippet.laplacian
edges = correlate(gray, laplacian8, "replicate")
# snippet.end
results["laplacian.negativeShare"] = (edges < 0).mean()
results["laplacian.minimum"], results["laplacian.maximum"] = edges.min(), edges.max()
show([gray, np.clip(edges, 0, 255)], ["the picture", "its edges"])

# snippet.negatives
clipped = np.clip(edges, 0, 255)
absolute = np.clip(abs(edges), 0, 255)
rescaled = (edges - edges.min()) * 255 / (edges.max() - edges.min())
# snippet.end
show([clipped, absolute, rescaled], ["clipped", "absolute value", "rescaled"])
show([edges], ["signed"], signed=True)

# snippet.gallery
small = resized(gray, gray.shape[0] // 2, gray.shape[1] // 2)
answers = {name: correlate(small, kernel, "replicate") for name, kernel in kernels.items()}
# snippet.end
results["gallery.kernels"] = list(answers)
show(list(answers.values()), list(answers))


# snippet.exercise/middle
def laplacian(image):
    ### BEGIN SOLUTION
    return 9 * image[1:-1, 1:-1] - correlate(image, np.ones((3, 3)))
    ### END SOLUTION
# snippet.end


# snippet.exercise/middle-test
assert np.allclose(laplacian(gray[:30, :40]), correlate(gray[:30, :40], laplacian8))
assert not laplacian(np.full((6, 6), 90.0)).any()
# snippet.end
