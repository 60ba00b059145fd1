"""Both engines on tiny random models of every family."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

from tests.tiny_models import MAKERS, make
from translator.ctranslate2_engine import CTranslate2Engine
from translator.engine import Engine
from translator.errors import TranslatorError
from translator.model import find_model
from translator.transformers_engine import TransformersEngine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses"),
]

SOURCES = ("Hà Tĩnh và Lào.", "Lào", "Biên giới Lào")
# mBART-50 and M2M100 are beyond CTranslate2's converter for this version of transformers.
CONVERTIBLE = ("marian", "nllb", "mbart", "bart", "t5")

# How each family's documentation has it translate into English.
AS_DOCUMENTED: dict[str, tuple[str, str, str]] = {
    "marian": ("", "", ""),
    "m2m100": ("vi", "forced_bos_token_id", "__en__"),
    "nllb": ("vie_Latn", "forced_bos_token_id", "eng_Latn"),
    "mbart": ("vi_VN", "decoder_start_token_id", "en_XX"),
    "mbart50": ("vi_VN", "forced_bos_token_id", "en_XX"),
    "bart": ("", "", ""),
    "t5": ("", "", ""),
}


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Models this small only wait for a second thread."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    made: dict[str, Path] = {}

    def folder(family: str) -> Path:
        if family not in made:
            made[family] = make(family, tmp_path_factory.mktemp("models"))
        return made[family]

    return folder


def documented(folder: Path, family: str, source: str) -> str:
    """One translation by generate, called as the family's documentation says."""
    language, argument, target = AS_DOCUMENTED[family]
    tokenizer = AutoTokenizer.from_pretrained(folder)
    if language:
        tokenizer.src_lang = language
    prefix = "translate Vietnamese to English: " if family == "t5" else ""
    inputs = tokenizer(prefix + source, return_tensors="pt")
    start = {argument: tokenizer.convert_tokens_to_ids(target)} if argument else {}
    model = AutoModelForSeq2SeqLM.from_pretrained(folder)
    ids = inputs["input_ids"]
    out = model.generate(
        input_ids=ids,
        num_beams=3,
        early_stopping=True,
        max_new_tokens=2 * ids.shape[1] + 32,
        **start,
    )
    return str(tokenizer.decode(out[0], skip_special_tokens=True)).strip()


@pytest.mark.parametrize("family", MAKERS)
def test_transformers_engine_speaks_to_each_family_as_documented(
    family: str, model_folder: Callable[[str], Path]
) -> None:
    folder = model_folder(family)
    engine = TransformersEngine(find_model(str(folder)), beam=3)
    assert engine.translate(SOURCES[:1])[0][0].text == documented(folder, family, SOURCES[0])


@pytest.mark.parametrize("family", CONVERTIBLE)
def test_ctranslate2_translates_as_transformers_does(
    family: str, model_folder: Callable[[str], Path], tmp_path: Path
) -> None:
    model = find_model(str(model_folder(family)))
    fast = CTranslate2Engine(model, tmp_path, beam=3, precision="float32").translate(SOURCES)
    plain = TransformersEngine(model, beam=3).translate(SOURCES)
    # Random models never end by themselves; the engines cut them off a token apart.
    assert [found[0].text[:30] for found in fast] == [found[0].text[:30] for found in plain]


@pytest.mark.parametrize("family", ["mbart50", "m2m100"])
def test_what_cannot_be_converted_is_sent_to_the_other_engine(
    family: str, model_folder: Callable[[str], Path], tmp_path: Path
) -> None:
    engine = CTranslate2Engine(find_model(str(model_folder(family))), tmp_path)
    with pytest.raises(TranslatorError, match="use --engine transformers"):
        engine.translate(["Lào"])


@pytest.fixture(params=["ctranslate2", "transformers"])
def engine(
    request: pytest.FixtureRequest, model_folder: Callable[[str], Path], tmp_path: Path
) -> Engine:
    model = find_model(str(model_folder("bart")))
    if request.param == "transformers":
        return TransformersEngine(model, beam=3)
    return CTranslate2Engine(model, tmp_path, beam=3)


def test_hypotheses_are_as_many_as_the_beam_is_wide_best_first(engine: Engine) -> None:
    for found in engine.translate(SOURCES):
        assert len(found) == 3
        # A hypothesis cut off at the limit is rated a little differently by each engine.
        best = max(each.score for each in found)
        assert found[0].score == pytest.approx(best, abs=0.05)
        assert best < 0


def test_translations_come_in_the_order_of_their_sources(engine: Engine) -> None:
    found = [best.text for best, *_ in engine.translate(SOURCES)]
    assert [best.text for best, *_ in engine.translate(SOURCES[::-1])] == found[::-1]
    assert len(set(found)) > 1


def test_nothing_to_translate(engine: Engine) -> None:
    assert engine.translate([]) == []
    assert engine.lengths([]) == []


def test_text_up_to_the_limit_can_be_read(engine: Engine) -> None:
    source = "Lào " * 200
    while engine.lengths([source])[0] > engine.token_limit:
        source = source[:-4]
    assert engine.lengths([source])[0] > engine.token_limit - 8
    assert engine.translate([source])[0][0].text


def test_greedy_search_has_scores_too(model_folder: Callable[[str], Path]) -> None:
    engine = TransformersEngine(find_model(str(model_folder("bart"))), beam=1)
    assert engine.translate(["Lào"])[0][0].score < 0


def test_model_is_converted_once_and_again_when_it_changes(
    model_folder: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = model_folder("bart")
    CTranslate2Engine(find_model(str(folder)), tmp_path).translate(["Lào"])
    (first,) = (path for path in (tmp_path / "models").iterdir() if path.is_dir())
    made = (first / "model.bin").stat().st_mtime_ns
    CTranslate2Engine(find_model(str(folder)), tmp_path).translate(["Lào"])
    assert (first / "model.bin").stat().st_mtime_ns == made

    torch.manual_seed(2)
    changed = make("bart", tmp_path / "changed")
    (changed / "generation_config.json").write_text("{}")
    CTranslate2Engine(find_model(str(changed)), tmp_path).translate(["Lào"])
    assert len([path for path in (tmp_path / "models").iterdir() if path.is_dir()]) == 2


def test_conversion_that_fails_leaves_nothing(
    model_folder: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = make("bart", tmp_path / "damaged")
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(TranslatorError, match="copy the model again"):
        CTranslate2Engine(find_model(str(folder)), tmp_path).translate(["Lào"])
    assert [path.name for path in (tmp_path / "models").iterdir() if path.is_dir()] == []
    with pytest.raises(TranslatorError, match="copy or download it again"):
        TransformersEngine(find_model(str(folder))).translate(["Lào"])
