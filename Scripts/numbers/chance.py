"""The program's random numbers, from the paper that it names: Philox 4x32-10 (Salmon and others, SC 2011), in NumPy.

A stream is known by seed, purpose and index. Block n of it has the counter (n, n >> 32, purpose, index) and the key
(seed, seed >> 32); it gives two numbers of 64 bits.
"""
import numpy as np

INITIALISATION, SHUFFLING, DROPOUT, NOISE, PIXEL_ORDER = 1, 2, 3, 4, 8
_WORD = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


def philox(c0, c1, c2, c3, seed):
    """Four random words of 32 bits for each counter; counters are arrays, or one number for all."""
    words = [np.asarray(c, np.uint64) for c in (c0, c1, c2, c3)]
    k0, k1 = seed & 0xFFFFFFFF, seed >> 32 & 0xFFFFFFFF
    for _ in range(10):
        first, second = np.uint64(0xD2511F53) * words[0], np.uint64(0xCD9E8D57) * words[2]
        words = [
            (second >> _HALF) ^ words[1] ^ np.uint64(k0), second & _WORD,
            (first >> _HALF) ^ words[3] ^ np.uint64(k1), first & _WORD]
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return words


def self_test():
    """The known answers that come with the authors' library Random123."""
    for counter, key, answer in (
        ((0, 0, 0, 0), 0, (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((0xFFFFFFFF,) * 4, 0xFFFFFFFFFFFFFFFF, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    ):
        if tuple(int(word) for word in philox(*counter, key)) != answer:
            raise AssertionError("this Philox is none")


def numbers(seed, purpose, index, count):
    """The first numbers of 64 bits of some streams: a row for each index."""
    index = np.atleast_1d(np.asarray(index, np.uint64))[:, None]
    blocks = np.arange((count + 1) // 2, dtype=np.uint64)[None, :]
    x, y, z, w = philox(blocks, 0, purpose, index, seed)
    pairs = np.stack(np.broadcast_arrays(y << _HALF | x, w << _HALF | z), axis=-1)
    return pairs.reshape(len(index), -1)[:, :count]


def uniforms(seed, purpose, index, count):
    """From 0 to below 1, with 24 random bits: the upper ones."""
    return (numbers(seed, purpose, index, count) >> np.uint64(40)).astype(np.float64) * 2.0 ** -24


def normals(seed, purpose, index, count):
    """Box and Muller: the cosine of each pair of uniform numbers."""
    drawn = uniforms(seed, purpose, index, 2 * count)
    return np.sqrt(-2 * np.log(1 - drawn[:, ::2])) * np.cos(2 * np.pi * drawn[:, 1::2])


def permutation(seed, purpose, index, count):
    """Fisher and Yates's shuffle from the back; a whole number below a bound is the upper half of a product (Lemire)."""
    drawn = numbers(seed, purpose, index, max(count - 1, 0))[0].tolist()
    order = list(range(count))
    for number, last in zip(drawn, range(count - 1, 0, -1)):
        other = number * (last + 1) >> 64
        order[last], order[other] = order[other], order[last]
    return np.array(order)


def dropout_mask(seed, layer, step, count, rate):
    """1 / (1 - rate) for what stays, 0 for what goes: eight numbers of 16 bits a block, lower halves first."""
    blocks = np.arange((count + 7) // 8, dtype=np.uint64)
    words = np.stack([np.broadcast_to(w, blocks.shape) for w in philox(blocks, layer, DROPOUT, step, seed)], axis=-1)
    sixteen = np.concatenate([words & np.uint64(0xFFFF), words >> np.uint64(16)], axis=-1).reshape(-1)[:count]
    return np.where(sixteen < round(rate * 65536), 0.0, 1 / (1 - rate))
