"""The translator: order, terms, pieces and checks around a fake engine."""

from collections.abc import Sequence

import pytest

from corpus.translation import TermStatus
from glossary.entry import Entry, Kind
from glossary.glossary import Glossary
from tests.conftest import FakeEngine
from translator.batching import batches
from translator.engine import Hypothesis
from translator.normalize import normalize
from translator.pieces import pieces
from translator.recipe import same_but_for_terms
from translator.translator import Translator


class Scripted(FakeEngine):
    """Gives the candidates that a test wrote for a source."""

    def __init__(self, script: dict[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._script = script

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        self.asked += sources
        return [tuple(Hypothesis(text, -0.5) for text in self._script[s]) for s in sources]


def test_translations_come_in_order_and_each_sentence_is_asked_once(
    translator: Translator, engine: FakeEngine
) -> None:
    sentences = ["Một câu dài hơn một chút.", "Mưa.", "Một câu dài hơn một chút."]
    found = [translation.text for translation in translator.translate(sentences)]
    assert found == ["Mot cau dai hon mot chut.", "Mua.", "Mot cau dai hon mot chut."]
    assert sorted(engine.asked) == sorted(set(sentences))


@pytest.mark.parametrize("sentence", ["", "  ", "* * *", "—", "…"])
def test_what_has_no_words_is_its_own_translation(
    translator: Translator, engine: FakeEngine, sentence: str
) -> None:
    assert translator.translate([sentence])[0].text == sentence
    assert engine.asked == []


def test_nothing_in_nothing_out(translator: Translator) -> None:
    assert translator.translate([]) == []


def test_term_that_the_model_says_by_itself_is_native(translator: Translator) -> None:
    (found,) = translator.translate(["Mưa ở Hà Tĩnh."])
    (term,) = found.terms
    assert (term.status, found.text) == (TermStatus.NATIVE, "Mua o Ha Tinh.")
    assert found.text[term.target_start : term.target_end] == "Ha Tinh"


def test_missing_term_is_carried_inline(translator: Translator) -> None:
    (found,) = translator.translate(["Bộ Công an ở Hà Tĩnh"])
    assert found.text == "Ministry of Public Security o Ha Tinh"
    assert [term.status for term in found.terms] == [TermStatus.INLINE, TermStatus.NATIVE]
    (term, _) = found.terms
    assert found.text[term.target_start : term.target_end] == "Ministry of Public Security"


def test_best_hypothesis_with_the_term_wins(glossary: Glossary) -> None:
    script = {"Bộ Công an họp.": ("The police meet.", "The Ministry of Public Security meets.")}
    engine = Scripted(script)
    (found,) = Translator(engine, glossary).translate(["Bộ Công an họp."])
    assert found.text == "The Ministry of Public Security meets."
    assert found.terms[0].status is TermStatus.NATIVE
    assert len(engine.asked) == 1


def test_inline_attempt_that_breaks_the_sentence_is_not_kept(glossary: Glossary) -> None:
    script = {
        "Bộ Công an bắt 12 đối tượng.": ("Police arrested 12 suspects.",),
        "Ministry of Public Security bắt 12 đối tượng.": ("Ministry of Public Security.",),
    }
    (found,) = Translator(Scripted(script), glossary).translate(["Bộ Công an bắt 12 đối tượng."])
    assert found.text == "Police arrested 12 suspects."
    assert found.terms[0].status is TermStatus.MISSING
    assert (found.terms[0].target_start, found.terms[0].target_end) == (-1, -1)


def test_repeated_term_needs_two_places(glossary: Glossary) -> None:
    script = {
        "Hà Tĩnh, Hà Tĩnh.": ("Ha Tinh.",),
        "Hà Tĩnh, Ha Tinh.": ("Ha Tinh, Ha Tinh.",),
    }
    (found,) = Translator(Scripted(script), glossary).translate(["Hà Tĩnh, Hà Tĩnh."])
    assert [term.status for term in found.terms] == [TermStatus.NATIVE, TermStatus.INLINE]
    assert len({term.target_start for term in found.terms}) == 2


def test_short_target_is_not_found_inside_a_longer_one() -> None:
    entries = (
        Entry("Lào", "Lao", Kind.PLACE),
        Entry("CHDCND Lào", "Lao PDR", Kind.PLACE),
    )
    script = {
        "Lào và CHDCND Lào.": ("Lao PDR.",),
        "Lao và CHDCND Lào.": ("Lao and Lao PDR.",),
    }
    (found,) = Translator(Scripted(script), Glossary(entries)).translate(["Lào và CHDCND Lào."])
    spans = [found.text[term.target_start : term.target_end] for term in found.terms]
    assert spans == ["Lao", "Lao PDR"]


def test_sentence_beyond_the_limit_is_translated_in_pieces(engine: FakeEngine) -> None:
    engine.token_limit = 12
    sentence = "một hai ba bốn năm; sáu bảy tám chín mười, mười một mười hai mười ba."
    (found,) = Translator(engine, Glossary(())).translate([sentence])
    assert found.text == "mot hai ba bon nam; sau bay tam chin muoi, muoi mot muoi hai muoi ba."
    assert engine.asked == [
        "một hai ba bốn năm;",
        "sáu bảy tám chín mười, mười một mười hai mười ba.",
    ]


def test_checks_are_told(glossary: Glossary) -> None:
    engine = Scripted({"Có 12 vụ.": ("There were cases.",)})
    assert Translator(engine, glossary).translate(["Có 12 vụ."])[0].checks == ("numbers",)


def test_recipe_is_known_without_asking_the_engine(
    translator: Translator, engine: FakeEngine
) -> None:
    assert translator.recipe.startswith("model:fake@1|engine:fake|beam:1|")
    assert f"glossary:{translator.glossary.digest}" in translator.recipe
    assert engine.asked == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("model:a|glossary:1|segmenter:1", "model:a|glossary:2|segmenter:1", True),
        ("model:a|glossary:1|segmenter:1", "model:a|glossary:1|segmenter:2", True),
        ("model:a|glossary:1|segmenter:1", "model:b|glossary:1|segmenter:1", False),
        ("model:a|beam:4|glossary:1", "model:a|beam:5|glossary:1", False),
    ],
)
def test_same_but_for_terms(one: str, other: str, same: bool) -> None:
    assert same_but_for_terms(one, other) is same


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([5], [[0]]),
        ([50], [[0]]),
        ([4, 1, 3, 2], [[1, 3, 2], [0]]),
        ([1] * 5, [[0, 1, 2, 3, 4]]),
    ],
)
def test_batches_hold_few_padded_tokens(lengths: list[int], expected: list[list[int]]) -> None:
    assert list(batches(lengths, 10)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Tam giác vàng” – ‘nóng’", "\"Tam giác vàng\" - 'nóng'"),
        ("  hai\u00a0bên\n ký ", "hai bên ký"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\u0300", "à"),
        ("chờ…", "chờ…"),
    ],
)
def test_normalize(text: str, expected: str) -> None:
    assert normalize(text) == expected


@pytest.mark.parametrize("text", ["một " * 3000, "x" * 5000, "a, b; c " * 400, "ngắn"])
def test_pieces_lose_nothing_and_are_short_enough(text: str) -> None:
    def lengths(texts: Sequence[str]) -> list[int]:
        return [len(each) // 2 for each in texts]

    found = pieces(text.strip(), 50, lengths)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert max(lengths(found)) <= 50
