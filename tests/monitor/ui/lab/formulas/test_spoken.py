import pytest

from assets.phrase import phrase
from models.digits import catalogue
from monitor.ui.kit.language import LANGUAGES, speak, tr, wanted
from monitor.ui.lab.formulas.spoken import plain


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"$\hat{x}_i$ and $\tilde x$", "x_i hat and x tilde"),
        (r"$\frac{1}{2} \sum_j \sigma_j^2$", "1/2 sum_j σ_j²"),
        (r"$\frac{a + b}{\sqrt{n}}$", "(a + b)/(√(n))"),
        (r"$\left[\mathrm{KL}(q \,\|\, p)\right]$", "[KL(q ‖ p)]"),
        (r"$x^{t-1} \leq e^{2}$", "x^(t-1) ≤ e²"),
        (r"$\{z_{12}\} \in \mathcal{N}$", "{z_12} ∈ N"),
        ("$a$\n$b$", "a; b"),
        (r"it costs \$5", "it costs $5"),
    ],
)
def test_a_formula_in_plain_text(source, said):
    assert plain(source) == said


@pytest.mark.parametrize("entry", catalogue.ENTRIES.values(), ids=lambda entry: entry.name)
def test_nothing_of_tex_is_left_in_what_is_said_of_a_model(entry):
    assert not set(plain(entry.formula)) & set("\\{}$")


def test_it_is_said_in_the_users_language(qapp):
    formula = phrase("error {equals}", equals=r"$= \sum_i (x_i - \hat{x}_i)^2$")
    speak(wanted("ja"))
    try:
        assert plain(tr(formula)) == "誤差 = 和_i (x_i - x_iハット)²"
    finally:
        speak(LANGUAGES[0])
    assert plain(tr(formula)) == "error = sum_i (x_i - x_i hat)²"
