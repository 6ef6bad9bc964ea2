"""Fit a linear model: sparse features → sklearn's logistic regression → the quantised form that ships."""

import math
from collections import Counter

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression

from checker.linear import Linear

STEPS = 127
EXACT, ROUGH = 1e-6, 1e-3
FORM = "§"


def fit(
    examples: list[tuple[set[str], str]],
    *,
    least: int,
    most: int,
    strength: float,
    balanced: bool = False,
    form: float = 1.0,
    exact: bool = True,
) -> Linear:
    """A model of ``examples`` (features, label). Features of fewer than ``least`` examples are left out, and all but the ``most`` telling ones. What a block's form
    says (§…) weighs ``form`` times as much as one run of its characters.

    The same examples give the same model to the byte: everything is sorted, and the solver converges far below a step.
    """
    counts = Counter(f for features, _ in examples for f in features)
    names = sorted(f for f, n in counts.items() if n >= least and "\n" not in f)
    labels = sorted({label for _, label in examples})
    if len(names) > most:
        matrix = _matrix(examples, names, unit=False, form=1.0)
        telling = chi2(matrix, [label for _, label in examples])[0]
        names = [names[i] for i in sorted(np.argsort(-telling, kind="stable")[:most])]
    weights, bias = _solve(examples, names, labels, strength, balanced, form, EXACT if exact else ROUGH)
    weights = weights * np.array([form if FORM in name else 1.0 for name in names])
    scale = float(np.abs(weights).max()) / STEPS or 1.0
    whole = np.rint(weights / scale).astype(int)
    used = [i for i in range(len(names)) if whole[:, i].any()]
    return Linear(
        tuple(labels),
        tuple(round(float(b), 4) for b in bias),
        round(scale, 9),
        {names[i]: n for n, i in enumerate(used)},
        tuple([int(row[i]) for i in used] for row in whole),
    )


def _matrix(examples, names, *, unit, form):
    index = {f: i for i, f in enumerate(names)}
    rows, columns, values = [], [], []
    for n, (features, _) in enumerate(examples):
        known = sorted(index[f] for f in features if f in index)
        rows += [n] * len(known)
        columns += known
        one = 1 / math.sqrt(len(known)) if unit and known else 1.0
        values += [one * (form if FORM in names[i] else 1.0) for i in known]
    return csr_matrix((values, (rows, columns)), shape=(len(examples), len(names)))


def _solve(examples, names, labels, strength, balanced, form, tolerance):
    model = LogisticRegression(C=strength, class_weight="balanced" if balanced else None, tol=tolerance, max_iter=5000)
    model.fit(_matrix(examples, names, unit=True, form=form), [label for _, label in examples])
    if len(labels) == 2:
        return np.vstack([-model.coef_[0] / 2, model.coef_[0] / 2]), np.array([-1, 1]) * model.intercept_[0] / 2
    order = [list(model.classes_).index(label) for label in labels]
    return model.coef_[order], model.intercept_[order]
