# A kernel visits every pixel.
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Shared"))
from tools import bell, box_sum, correlate, emboss, gray_picture, kernels, np, results, sharpen, show

gray = gray_picture()

# snippet.worked-pixel
window = np.array([
    [139, 138, 135, 128, 127, 121, 115, 110, 97],
    [138, 137, 137, 133, 126, 120, 118, 112, 98],
    [135, 138, 135, 132, 126, 122, 118, 113, 104],
    [134, 135, 135, 128, 127, 122, 119, 113, 107],
    [134, 134, 133, 133, 124, 120, 115, 110, 107],
])
kernel = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
sum_of_products = 0
for row in range(3):
    for column in range(3):
        sum_of_products += kernel[row, column] * window[row, column]
print(f"sum = {sum_of_products}")
# snippet.end
results["workedPixel"] = sum_of_products

# snippet.slide
visited = correlate(window, kernel)
first_six = visited[0, :6].astype(int)
print(*first_six)
# snippet.end
results["firstSix"] = first_six


# snippet.Imaging/correlation
# The kernel visits every pixel: at each place, the pixels under it are multiplied by its weights, and the
# products added up. Where the kernel would reach beyond the picture there is no place.
def correlation(image, kernel, stride=1):
    rows, columns = kernel.shape
    height = (image.shape[0] - rows) // stride + 1
    width = (image.shape[1] - columns) // stride + 1
    answer = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            top, left = row * stride, column * stride
            under = image[top : top + rows, left : left + columns]
            answer[row, column] = (kernel * under).sum()
    return answer
# snippet.end


# The loop that is read and the quick form, which the other listings use, agree.
assert np.allclose(correlation(gray[:40, :50], sharpen), correlate(gray[:40, :50], sharpen))


# snippet.output-size
def output_size(size, kernel, padding=0, stride=1):
    return (size + 2 * padding - kernel) // stride + 1


valid = output_size(28, kernel=3)
same = output_size(28, kernel=3, padding=1)
strided = output_size(28, kernel=3, padding=1, stride=2)
print(f"valid: {valid}   same: {same}   same, with stride: {strided}")
# snippet.end
results["outputSizes"] = [valid, same, strided]

# snippet.filters
identity = correlate(gray, kernels["identity"], "replicate")
total = correlate(gray, box_sum, "replicate")
blur = correlate(gray, box_sum / 9, "replicate")
gaussian = correlate(gray, bell([1, 4, 6, 4, 1]), "replicate")
sharp = correlate(gray, sharpen, "replicate")
# snippet.end
results["boxsum.white"] = (total >= 255).mean()
show(
    [np.clip(image, 0, 255) for image in [identity, total, blur, gaussian, sharp]],
    ["identity", "sum of nine", "mean of nine", "a bell", "sharpened"],
    columns=3,
)

# snippet.borders
row, column = gray.shape[0] * 11 // 20, gray.shape[1] * 7 // 60
detail = gray[row : row + 44, column : column + 60]
wide = np.full((9, 9), 1 / 81)
borders = ["valid", "zero", "replicate", "reflect"]
answers = [correlate(detail, wide, border) for border in borders]
# snippet.end
results["borders.sizes"] = [f"{answer.shape[0]} x {answer.shape[1]}" for answer in answers]
show(answers, borders)

# snippet.flip
correlated = correlate(gray, emboss, "replicate")
convolved = correlate(gray, emboss[::-1, ::-1], "replicate")
# snippet.end
results["flip.largestDifference"] = abs(correlated - convolved).max()
show([correlated, convolved], ["correlation", "convolution"], signed=True)


# snippet.exercise/impulse
def convolution(image, kernel):
    ### BEGIN SOLUTION
    return correlate(image, kernel[::-1, ::-1])
    ### END SOLUTION
# snippet.end


# snippet.exercise/impulse-test
point = np.zeros((5, 5))
point[2, 2] = 1
kernel = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
assert np.array_equal(convolution(point, kernel), kernel)
assert convolution(np.ones((8, 6)), kernel).shape == (6, 4)
# snippet.end
