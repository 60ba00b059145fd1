"""The exported files: whole, escaped, with the recipe, and nothing half-written."""

import json
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.exporters import FORMATS, Bilingual
from corpus.exporters.text import to_both
from corpus.files import write_whole
from corpus.library import Library
from translator.pipeline import pending, translate
from translator.translator import Translator


@pytest.fixture
def bilingual(library: Library, translator: Translator) -> Bilingual:
    for _ in translate(library, translator, pending(library, translator, ["hoi-dam"])):
        pass
    return Bilingual.load(library, "hoi-dam")


def test_html_has_both_languages_terms_and_recipe(
    bilingual: Bilingual, translator: Translator
) -> None:
    page = FORMATS["html"](bilingual)
    assert '<mark class="inline" title="Bộ Công an → Ministry of Public Security' in page
    assert ">Ministry of Public Security</mark>" in page
    assert "ký &lt;biên bản&gt;." in page
    assert "ky &lt;bien ban&gt;." in page
    assert translator.recipe in page
    assert "http" not in page.replace(bilingual.article.origin, "")


def test_tsv_has_a_line_a_sentence(bilingual: Bilingual) -> None:
    lines = FORMATS["tsv"](bilingual).splitlines()
    assert lines[-1] == "Toàn cảnh hội đàm\tToan canh hoi dam"
    assert [line.count("\t") for line in lines] == [1] * 4


def test_text_is_the_english_alone(bilingual: Bilingual) -> None:
    blocks = FORMATS["txt"](bilingual).split("\n\n")
    assert blocks[0] == "Hoi dam tai Ha Tinh"
    assert len(blocks) == 3


def test_json_tells_all(bilingual: Bilingual, translator: Translator) -> None:
    found = json.loads(FORMATS["json"](bilingual))
    assert found["recipes"] == [translator.recipe]
    assert found["published"] == "2024-08-21"
    assert found["leftovers"] == [{"text": "Bình luận (0)", "reason": "comment box"}]
    (title,) = found["blocks"][0]["sentences"]
    assert title["translation"]["terms"][0]["status"] == "native"


@pytest.mark.parametrize("name", FORMATS)
def test_untranslated_article_can_be_exported(library: Library, name: str) -> None:
    assert FORMATS[name](Bilingual.load(library, "thoi-tiet"))


def test_both_languages_block_by_block(bilingual: Bilingual) -> None:
    assert to_both(bilingual).startswith("Hội đàm tại Hà Tĩnh\nHoi dam tai Ha Tinh\n\nThứ trưởng")


def test_failed_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out" / "a.txt"
    write_whole(path, "old")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(CorpusError, match="No space left"):
        write_whole(path, "new")
    assert [(each.name, each.read_text()) for each in path.parent.iterdir()] == [("a.txt", "old")]


def test_written_file_can_be_read_by_others(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").stat().st_mode & 0o044 == 0o044
