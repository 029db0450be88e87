# Smaller maps that keep what matters.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import color_picture, correlate, gray_picture, laplacian8, np, pooled, resized, results, show, sobel_x

gray = gray_picture()

# snippet.relu
edges = correlate(gray, sobel_x, "replicate")
rectified = np.maximum(edges, 0)
# snippet.end
results["relu.silenced"] = (edges < 0).mean()
show([edges, rectified], ["with both signs", "after ReLU"], signed=True)

# snippet.pool
grid = np.array([[1, 3, 2, 1], [4, 8, 0, 5], [7, 2, 9, 4], [0, 6, 3, 6]])
windows = grid.reshape(2, 2, 2, 2)
strongest = windows.max(axis=(1, 3))
average = windows.mean(axis=(1, 3))
print(f"max {strongest.tolist()}   average {average.tolist()}")
# snippet.end
results["maxPooled"], results["averagePooled"] = strongest, average

# snippet.shrink
edges = np.maximum(correlate(gray, laplacian8, "replicate"), 0)
once = pooled(edges)
twice = pooled(once)
thrice = pooled(twice)
# snippet.end
maps = [edges, once, twice, thrice]
results["shrink.sizes"] = [list(one.shape) for one in maps]
show(maps, [f"{one.shape[0]} x {one.shape[1]}" for one in maps])

# snippet.flatten
feature_map = np.array([[1, 3, 2], [4, 8, 0], [7, 2, 9]])
vector = feature_map.flatten()
print(*vector)
# snippet.end

# snippet.pipeline
color = color_picture()[..., :3]
smooth = color @ np.array([0.299, 0.587, 0.114])
small = resized(smooth, color.shape[0] // 4, color.shape[1] // 4)
convolved = correlate(small, sobel_x)
activated = np.maximum(convolved, 0)
smaller = pooled(activated)
# snippet.end
stages = [color, small, convolved, activated, smaller]
results["pipeline.sizes"] = [list(stage.shape) for stage in stages]
show(stages[1:], ["small", "Sobel x", "ReLU", "pooled"])


# snippet.exercise/windows
def largest_of_windows(image, size):
    ### BEGIN SOLUTION
    rows, columns = image.shape[0] // size, image.shape[1] // size
    windows = image[: rows * size, : columns * size].reshape(rows, size, columns, size)
    return windows.max(axis=(1, 3))
    ### END SOLUTION
# snippet.end


# snippet.exercise/windows-test
numbers = np.arange(20).reshape(4, 5)
assert largest_of_windows(numbers, 2).tolist() == [[6, 8], [16, 18]]
assert largest_of_windows(numbers, 3).tolist() == [[12]]
# snippet.end
