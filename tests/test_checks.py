"""The sentence checks: they fire where something is wrong and only there."""

import pytest

from translator.checks import failed_checks, missing_numbers, untranslated

LONG = "Hai bên thống nhất tiếp tục trao đổi thông tin và phối hợp chặt chẽ trong thời gian tới."


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("5.338 vụ", "5,338 cases", ()),
        ("5.338 vụ", "5.338 cases", ("5.338",)),
        ("5.338 vụ", "538 cases", ("5.338",)),
        ("2,7 kg", "2.7 kg", ()),
        ("2,7 kg", "2,7 kg", ("2,7",)),
        ("71.900.000 đồng", "71,900,000 dong", ()),
        ("1.234,5 tấn", "1,234.5 tonnes", ()),
        ("hai nước, 2 nước", "both countries", ()),
        ("10 tỉnh", "ten provinces", ()),
        ("ngày 12/1", "January 12", ()),
        ("ngày 3/8", "on August 3", ()),
        ("ngày 25/8/2022", "on August 25, 2022", ()),
        ("ngày 3.8", "August 3", ()),
        ("tháng 10/2022", "October 2021", ("2022",)),
        ("lần thứ 2", "the second time", ()),
        ("05 vụ", "5 cases", ()),
    ],
)
def test_missing_numbers(source: str, target: str, missing: tuple[str, ...]) -> None:
    assert missing_numbers(source, target) == missing


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("The police of Đắk Lắk", ("Đắk", "Lắk")),
        ("talks in Hưng Yên", ("Hưng",)),
        ("a café in São Tomé", ()),
    ],
)
def test_untranslated(target: str, words: tuple[str, ...]) -> None:
    assert untranslated(target) == words


@pytest.mark.parametrize(
    ("source", "target", "checks"),
    [
        ("Toàn cảnh hội đàm", "A view of the talks", ()),
        (LONG, "The two sides agreed to go on sharing information and cooperating closely.", ()),
        (LONG, "The two sides agreed.", ("too short",)),
        (LONG, "the talks of " * 12, ("too long", "repetition")),
        ("Có mưa.", " ", ("empty",)),
        ("Có 12 vụ.", "There were 21 cases.", ("numbers",)),
    ],
)
def test_failed_checks(source: str, target: str, checks: tuple[str, ...]) -> None:
    assert failed_checks(source, target) == checks
