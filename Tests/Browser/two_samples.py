"""Whether two lists of times may come from one and the same source."""

import math


def kolmogorov_smirnov(one, other):
    """The greatest distance D between the two distributions, and how likely such a distance is by chance (p).

    Two-sample Kolmogorov-Smirnov test with the asymptotic distribution, as in Press et al., Numerical Recipes, 14.3.
    """
    one, other = sorted(one), sorted(other)
    distance, at_one, at_other = 0.0, 0, 0
    while at_one < len(one) and at_other < len(other):
        here = min(one[at_one], other[at_other])
        while at_one < len(one) and one[at_one] <= here:
            at_one += 1
        while at_other < len(other) and other[at_other] <= here:
            at_other += 1
        distance = max(distance, abs(at_one / len(one) - at_other / len(other)))
    size = math.sqrt(len(one) * len(other) / (len(one) + len(other)))
    scaled = (size + 0.12 + 0.11 / size) * distance
    if scaled < 0.2:
        return distance, 1.0
    chance = 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * scaled * scaled) for k in range(1, 101))
    return distance, min(1.0, max(0.0, chance))
