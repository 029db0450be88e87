# A picture is numbers.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import color_picture, finished, gray_picture, plt, np, results, show

scene = color_picture()
results["height"], results["width"] = scene.shape[:2]

# snippet.inspect
height, width, channels = scene.shape
red, green, blue, opacity = scene[0, 0]
print(f"{height} x {width} x {channels} = {scene.size}")
print(f"[0, 0] = [{red}, {green}, {blue}, {opacity}]")
# snippet.end


# snippet.Imaging/gray
# How bright the picture is to the eye, which sees green best and blue least.
def gray_of(image):
    return image[..., :3] @ np.array([0.299, 0.587, 0.114])
# snippet.end


gray = gray_picture()
show([scene, gray_of(scene)], ["in colour", "in grey"])

# snippet.zoom
row, column = gray.shape[0] * 11 // 20, gray.shape[1] * 61 // 120
detail = gray[row : row + 10, column : column + 12]
# snippet.end
print(detail.astype(int))

# snippet.neighbours
window = np.array([
    [169, 171, 172, 176, 182, 184, 166, 91, 57, 57, 62],
    [172, 170, 176, 180, 182, 183, 88, 62, 55, 55, 57],
    [172, 175, 176, 181, 191, 175, 66, 62, 53, 57, 62],
    [175, 172, 180, 181, 188, 157, 97, 75, 48, 49, 62],
    [172, 175, 180, 182, 184, 110, 106, 90, 55, 54, 63],
    [172, 176, 179, 188, 147, 72, 96, 90, 73, 62, 71],
])
row, column = 2, 5
center = window[row, column]
nine = window[row - 1 : row + 2, column - 1 : column + 2]
steepest = abs(nine - center).max()
print(steepest)
# snippet.end
results["window.center"], results["window.largestDifference"] = center, steepest

# snippet.profile
row = gray.shape[0] * 9 // 20
intensities = gray[row]
jumps = abs(np.diff(intensities))
jump = jumps.argmax()
# snippet.end
results["profile.row"], results["profile.jumpColumn"], results["profile.jump"] = row, jump, jumps[jump]
plt.plot(intensities)
plt.axvline(jump, linestyle="--")
plt.xlabel("column")
plt.ylabel("intensity")
finished()


# snippet.exercise/steps
def steps(row):
    ### BEGIN SOLUTION
    return np.abs(np.diff(row))
    ### END SOLUTION
# snippet.end


# snippet.exercise/steps-test
assert steps(np.array([3, 3, 9, 8])).tolist() == [0, 6, 1]
assert steps(np.array([7])).size == 0
# snippet.end
