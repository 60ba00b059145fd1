"""The command: results on standard output, messages on standard error, exit codes 0, 1 and 2."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import songngu
from translator.translator import Translator

TEXT = "Thứ trưởng Bộ Công an đến Hà Tĩnh.\n\nHai bên ký biên bản.\n"


@pytest.fixture(autouse=True)
def fake_translator(monkeypatch: pytest.MonkeyPatch, translator: Translator) -> None:
    for module in ("translator.command", "translator.library_command"):
        monkeypatch.setattr(f"{module}.translator_for", lambda settings: translator)


def run(tmp_path: Path, *arguments: str | Path, text: str | None = None) -> Result:
    words = ["--library", str(tmp_path / "library.db"), *map(str, arguments)]
    return CliRunner().invoke(songngu.songngu, words, input=text)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tin-2024.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_translates_a_file_to_standard_output(tmp_path: Path, article: Path) -> None:
    result = run(tmp_path, "translate", article, "--to", "txt")
    assert result.exit_code == 0
    expected = "Deputy Minister Ministry of Public Security den Ha Tinh.\n\nHai ben ky bien ban.\n"
    assert result.stdout == expected
    assert "2 of 2 sentences" in result.stderr


def test_translates_a_folder_into_a_folder(tmp_path: Path, article: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    article.rename(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "deep" / "b.txt").write_text("Mưa ở Hà Tĩnh.\n", encoding="utf-8")
    out = tmp_path / "out"
    result = run(tmp_path, "translate", tmp_path / "in", "-o", out, "--to", "json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json"]
    assert json.loads((out / "b.json").read_text(encoding="utf-8"))["slug"] == "b"


def test_one_file_can_be_named(tmp_path: Path, article: Path) -> None:
    run(tmp_path, "translate", article, "-o", tmp_path / "out" / "mine.html")
    assert "Deputy Minister" in (tmp_path / "out" / "mine.html").read_text(encoding="utf-8")


def test_what_is_current_is_not_translated_again(tmp_path: Path, article: Path) -> None:
    run(tmp_path, "translate", article)
    again = run(tmp_path, "translate", article, "--to", "tsv")
    assert again.stderr == ""
    assert again.stdout.count("\n") == 2


def test_bad_file_does_not_keep_the_others_back(tmp_path: Path, article: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run(tmp_path, "translate", tmp_path / "empty.txt", article, "--to", "txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("Deputy Minister")
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("songngu: ")]
    assert "empty.txt" in line


def test_lines_are_filtered(tmp_path: Path) -> None:
    result = run(tmp_path, "translate", "--lines", text="Mưa.\n\nNắng.\n")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Mua.\n\nNang.\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("translate",),
        ("translate", "--lines", "x.txt"),
        ("translate", "--to", "pdf", "x"),
        ("fly",),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(tmp_path, *arguments).exit_code == 2


def test_standard_input_is_translated(tmp_path: Path) -> None:
    result = run(tmp_path, "translate", "-", "--to", "txt", text=TEXT)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "Hai ben ky bien ban.")


def test_private_address_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "translate", "http://127.0.0.1:9/tin.html")
    assert result.exit_code == 1
    assert "--allow-private" in result.stderr


def test_segment(tmp_path: Path, article: Path) -> None:
    result = run(tmp_path, "segment", article)
    assert result.stdout == "Thứ trưởng Bộ Công an đến Hà Tĩnh.\n\nHai bên ký biên bản.\n"


def test_library_is_listed_shown_and_emptied(tmp_path: Path, article: Path) -> None:
    run(tmp_path, "translate", article)
    listed = run(tmp_path, "library", "list").stdout.split("\t")
    assert (listed[0], listed[2]) == ("tin-2024", "2/2")
    assert run(tmp_path, "library", "list", "cong an").stdout == "\t".join(listed)
    assert run(tmp_path, "library", "list", "khong co").stdout == ""
    shown = run(tmp_path, "library", "show", "tin-2024").stdout
    assert "Hai bên ký biên bản.\nHai ben ky bien ban.\n" in shown
    assert run(tmp_path, "library", "original", "tin-2024").stdout_bytes == TEXT.encode()
    assert run(tmp_path, "library", "remove", "tin-2024").exit_code == 0
    assert run(tmp_path, "library", "list").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--beam", "99", "library", "list"], "beam: 99 is not"),
        (["translate", "/no/such/file"], "/no/such/file"),
        (["library", "show", "nothing"], "nothing: no such article"),
    ],
)
def test_users_error_is_one_line_and_exit_code_1(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.setattr("sys.argv", ["songngu", "--library", str(tmp_path / "l.db"), *arguments])
    with pytest.raises(SystemExit) as stop:
        songngu.main()
    assert str(stop.value).startswith("songngu: ")
    assert message in str(stop.value)
    assert "\n" not in str(stop.value)


@pytest.mark.parametrize("arguments", [[], ["--help"], *([n, "--help"] for n in songngu.COMMANDS)])
def test_help_and_version(arguments: list[str]) -> None:
    assert (
        "Usage: songngu"
        in CliRunner().invoke(songngu.songngu, arguments, prog_name="songngu").output
    )
    version = CliRunner().invoke(songngu.songngu, ["--version"])
    assert version.output.startswith("songngu, version ")
