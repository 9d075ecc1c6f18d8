"""How two figures go together in words: one scale for all sentences, and nothing where chance may do as well."""

from math import nan

import pytest

from indicators.analysis.relation import Correlation
from locales import Language, number
from tests.words.sentences_pictures import CATALOGUE, PARTS, plain
from words.relation import growth_relation_sentence, relation_sentence

HIGHER = (
    "; wo der eine Wert höher ist, ist es tendenziell auch der andere",
    "; where one is higher, the other tends to be higher, too",
)
LOWER = (
    "; wo der eine Wert höher ist, ist der andere tendenziell niedriger",
    "; where one is higher, the other tends to be lower",
)
NEITHER = ("", "")

RELATIONS: list[tuple[float, float, str, str, tuple[str, str]]] = [
    (0.74, 0.001, "starker positiver Zusammenhang", "strong positive relation", HIGHER),
    (0.595, 0.001, "starker positiver Zusammenhang", "strong positive relation", HIGHER),
    (-0.6, 0.001, "starker negativer Zusammenhang", "strong negative relation", LOWER),
    (0.594, 0.001, "mittlerer positiver Zusammenhang", "moderate positive relation", HIGHER),
    (-0.4, 0.001, "mittlerer negativer Zusammenhang", "moderate negative relation", LOWER),
    (0.3, 0.02, "schwacher positiver Zusammenhang", "weak positive relation", HIGHER),
    (-0.3, 0.02, "schwacher negativer Zusammenhang", "weak negative relation", LOWER),
    (0.3, 0.05, "kein klarer Zusammenhang", "no clear relation", NEITHER),
    (0.19, 0.001, "kein klarer Zusammenhang", "no clear relation", NEITHER),
    (-0.001, 0.99, "kein klarer Zusammenhang", "no clear relation", NEITHER),
]


def related(lang: Language, found: Correlation, missing: int = 0) -> str:
    pair = CATALOGUE["foreign_share"], CATALOGUE["unemployment_share"]
    return plain(relation_sentence(lang, pair, "2022", found, missing, PARTS[lang]))


@pytest.mark.parametrize(("rho", "p", "german", "english", "how"), RELATIONS)
def test_relations_are_called_by_their_strength(
    rho: float, p: float, german: str, english: str, how: tuple[str, str]
) -> None:
    found = Correlation(63, 0.5, rho, 63, p)
    assert related("de", found) == (
        f"Der Ausländeranteil und der Arbeitslosenanteil im Jahr 2022: {german} in 63 Ortsteilen (Spearman ρ = "
        f"{number('de', rho, 2)}, n = 63){how[0]}. Über Ursachen sagt das nichts."
    )
    assert related("en", found) == (
        f"The share of foreign nationals and the unemployment share in 2022: {english} in 63 districts "
        f"(Spearman’s ρ = {number('en', rho, 2)}, n = 63){how[1]}. This says nothing about causes."
    )


def test_relations_say_how_many_are_left_out() -> None:
    assert "negativer Zusammenhang in zwölf Ortsteilen" in related("de", Correlation(12, -0.5, -0.7, 12, 0.01), 51)
    assert "niedriger; 51 ausgelassen, weil ein Wert fehlt." in related("de", Correlation(12, -0.5, -0.7, 12, 0.01), 51)


def test_relations_that_cannot_be_stated() -> None:
    assert related("de", Correlation(4, nan, nan, nan, nan), 59) == (
        "Der Ausländeranteil und der Arbeitslosenanteil im Jahr 2022: zu wenige Wertepaare für eine Aussage (n = "
        "4); 59 ausgelassen, weil ein Wert fehlt."
    )
    assert related("en", Correlation(63, nan, nan, nan, nan)) == (
        "The share of foreign nationals and the unemployment share in 2022: no relation can be stated, because "
        "all figures of one are the same (n = 63)."
    )


GROWTH: list[tuple[float, float, float, str, str]] = [
    (
        -0.64,
        63,
        0.001,
        "Durchschnittsalter: Je stärker ein Ortsteil wuchs, desto niedriger fiel die Veränderung aus – starker "
        "negativer Zusammenhang (Spearman ρ = −0,64, n = 63).",
        "Mean age: the more a district grew, the lower the change – strong negative relation (Spearman’s ρ = "
        "−0.64, n = 63).",
    ),
    (
        0.56,
        24.4,
        0.004,
        "Durchschnittsalter: Je stärker ein Ortsteil wuchs, desto höher fiel die Veränderung aus – mittlerer "
        "positiver Zusammenhang (Spearman ρ = 0,56, n = 63, die nur wie 24 unabhängige zählen, weil Nachbarn sich "
        "ähneln).",
        "Mean age: the more a district grew, the higher the change – moderate positive relation (Spearman’s ρ = "
        "0.56, n = 63, which count as 24 independent cases because neighbours resemble each other).",
    ),
    (
        0.26,
        24.4,
        0.22,
        "Durchschnittsalter: kein klarer Zusammenhang zwischen Wachstum und Veränderung (Spearman ρ = 0,26, n = 63, "
        "die nur wie 24 unabhängige zählen, weil Nachbarn sich ähneln).",
        "Mean age: no clear relation between growth and change (Spearman’s ρ = 0.26, n = 63, which count as "
        "24 independent cases because neighbours resemble each other).",
    ),
    (
        nan,
        nan,
        nan,
        "Durchschnittsalter: zu wenige verschiedene Werte, um ihre Veränderung mit dem Wachstum zu vergleichen "
        "(n = 63).",
        "Mean age: too few figures that differ to compare their change with growth (n = 63).",
    ),
]


@pytest.mark.parametrize(("rho", "effective", "p", "german", "english"), GROWTH)
def test_growth_beside_another_change(rho: float, effective: float, p: float, german: str, english: str) -> None:
    found = Correlation(63, rho, rho, effective, p)
    assert growth_relation_sentence("de", "Durchschnittsalter", found, "Ortsteil") == german
    assert growth_relation_sentence("en", "Mean age", found, "district") == english


@pytest.mark.parametrize("rho", [0.56, -0.56, 0.4, 0.7, 0.25])
def test_one_correlation_has_one_name(rho: float) -> None:
    """Whichever page tells it."""
    found = Correlation(63, rho, rho, 63, 0.001)
    called = relation_sentence("en", (CATALOGUE["foreign_share"], CATALOGUE["mean_age"]), "2022", found, 0, "districts")
    name = called.split(": ")[1].split(" in 63")[0]
    assert f" – {name} (" in growth_relation_sentence("en", "Mean age", found, "district")
