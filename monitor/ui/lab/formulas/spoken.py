"""Formulas said in plain text: for screen readers, and to be copied."""

from __future__ import annotations

import re

from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import tr
from monitor.ui.lab.formulas.pieces import pieces

_SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η",
    "theta": "θ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "phi": "φ", "varphi": "φ", "psi": "ψ", "omega": "ω",
    "Sigma": "Σ", "Delta": "Δ", "Lambda": "Λ", "Phi": "Φ",
    "cdot": "·", "times": "×", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "sim": "~", "in": "∈",
    "partial": "∂", "nabla": "∇", "infty": "∞", "propto": "∝", "rightarrow": "→", "to": "→",
    "leftarrow": "←", "mid": "|", "ldots": "…", "cdots": "…", "dots": "…", "odot": "⊙", "int": "∫", "pm": "±",
}  # fmt: skip

_ACCENTS = "hat|tilde|bar|widehat|widetilde|overline"
_GROUP = r"\{([^{}]*)\}"


def plain(source: str) -> str:
    r"""Say a formula in plain text, for screen readers and to be copied: ``$\hat{x}_i$`` is "x_i hat".

    Parameters
    ----------
    source : str
        The formula.

    Returns
    -------
    str
        One line; its pieces are parted by semicolons.
    """
    return apart(_plain_piece(piece) for piece in pieces(source))


def _plain_piece(piece: str) -> str:
    text = piece.replace(r"\$", "\0").replace("$", "").replace("\0", "$")
    text = re.sub(r"\\(left|right|big|Big|bigl|bigr|Bigl|Bigr)(?![a-z])\s*", "", text)
    text = re.sub(r"\\\|", "‖", text)
    text = re.sub(r"\\[{}]", lambda sign: "\1" if sign[0][1] == "{" else "\2", text)
    text = re.sub(r"\\[,;:!> ]|~|\\q?quad(?![a-z])", " ", text)
    text = re.sub(rf"\\({_ACCENTS})\s*([a-zA-Z])(?![a-zA-Z])", r"\\\1{\2}", text)
    before = ""
    while before != text:
        before = text
        text = re.sub(rf"\\({_ACCENTS}){_GROUP}(_(?:\w|{_GROUP}))?", _accented, text)
        text = re.sub(rf"\\[dt]?frac{_GROUP}{_GROUP}", _fraction, text)
        text = re.sub(rf"\\sqrt{_GROUP}", r"√(\1)", text)
        text = re.sub(rf"\\(?:mathrm|mathcal|mathbf|mathbb|mathit|operatorname|text){_GROUP}", r"\1", text)
        text = re.sub(rf"\^{_GROUP}", lambda f: _raised(f[1]), text)
        text = re.sub(rf"_{_GROUP}", lambda f: f"_{_bracketed(f[1])}", text)
    text = re.sub(r"\^2(?!\d)", "²", text)
    text = re.sub(r"\\([a-zA-Z]+)", lambda f: _sign(f[1]), text)
    text = re.sub(r"[{}\\]", "", text).replace("\1", "{").replace("\2", "}")
    return re.sub(r"\s+", " ", text).strip()


def _sign(name: str) -> str:
    match name:
        case "sum":
            return tr("sum", "in a formula")
        case "prod":
            return tr("product", "in a formula")
        case _:
            return _SIGNS.get(name, name)


def _accented(found: re.Match[str]) -> str:
    letter = f"{found[2]}{found[3] or ''}"
    match found[1]:
        case "hat" | "widehat":
            return tr("{letter} hat").format(letter=letter)
        case "tilde" | "widetilde":
            return tr("{letter} tilde").format(letter=letter)
        case _:
            return tr("{letter} bar").format(letter=letter)


def _fraction(found: re.Match[str]) -> str:
    return f"{_bracketed(found[1])}/{_bracketed(found[2])}"


def _bracketed(text: str) -> str:
    return text if len(text.lstrip("\\")) <= 1 or text.isalnum() else f"({text})"


def _raised(text: str) -> str:
    return "²" if text == "2" else f"^{_bracketed(text)}"
