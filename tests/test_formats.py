"""Formats that hold several articles or none of text: documents, books, feeds, mail, archives."""

import io
import unicodedata
import zipfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from corpus.command import segment
from corpus.errors import CorpusError
from corpus.importers import archive, read_articles, read_bytes
from corpus.importers.content import Content
from corpus.importers.reading import Reading, read_content
from corpus.intake import take_in
from corpus.library import Library

FORMATS = Path(__file__).parent / "data" / "formats"
LONG = "Sáng 26/10, đoàn công tác của tỉnh đã tới thăm và làm việc với bà con ở bản vùng cao. "
RSS = "<rss><channel><item><description>{}</description></item></channel></rss>"


class Expected(NamedTuple):
    """What is expected of an article."""

    part: str
    slug: str
    title: str
    source: str
    published: date
    kinds: str
    text: str


ARTICLES = {
    "document.docx": [
        Expected(
            *("", "document", "Bản Nà Sản có nhà văn hóa mới", "Vàng A Chu", date(2025, 4, 7)),
            "title paragraph heading paragraph item item caption quote" + 4 * " paragraph",
            "Mỗi hộ góp mười ngày công và 500.000 đồng. Ai cũng vui.",
        )
    ],
    "book.epub": [
        Expected(
            *("#OEBPS/text/c1.xhtml", "chuyen-bien-gioi-1-ben-do-song-ma"),
            *("Bến đò\N{NO-BREAK SPACE}sông Mã", "Nhà xuất bản Vùng Cao", date(2024, 6, 15)),
            *(
                "title paragraph paragraph quote",
                "Con đò cập bến lúc trời chưa sáng. Ông lái đò\nđã già.",
            ),
        ),
        Expected(
            *("#OEBPS/text/chuong 2.xhtml", "chuyen-bien-gioi-3-cho-phien"),
            *("Chợ phiên", "Nhà xuất bản Vùng Cao", date(2024, 6, 15)),
            *("title paragraph item item", "Rượu ngô"),
        ),
    ],
    "feed.rss": [
        Expected(
            *("#tin-1", "gia-man-dau-vu-tang", "Giá mận đầu vụ tăng", "Báo Vùng Cao - Thời sự"),
            *(date(2025, 5, 4), "title caption paragraph paragraph byline"),
            "Năm nay mưa ít,\nquả nhỏ nhưng ngọt.",
        ),
        Expected(
            *("#https://baovungcao.example/cho-phien-2.html", "mo-lai-cho-phien-long-sap"),
            *("Mở lại chợ phiên Lóng Sập", "Báo Vùng Cao - Thời sự", date(2025, 5, 5)),
            *("title paragraph", "Chợ phiên họp lại từ Chủ nhật này, sau sáu tháng sửa chữa."),
        ),
    ],
    "feed.atom": [
        Expected(
            *("#urn:tram:1", "lich-tiem-chung-kham-benh", "Lịch tiêm chủng & khám bệnh"),
            *("Trạm Y tế xã", date(2025, 3, 1), "title paragraph paragraph byline"),
            "Bà con mang theo sổ tiêm.",
        ),
        Expected(
            *("#urn:tram:2", "phong-benh-mua-mua", "Phòng bệnh mùa mưa", "Trạm Y tế xã"),
            *(date(2025, 3, 2), "title paragraph", "Nhớ ngủ màn và đậy kín chum nước."),
        ),
    ],
    "mail.mbox": [
        Expected(
            *("#thu-1@baovungcao.example", "dien-luoi-ve-ban-pa-hoc", "Điện lưới về bản Pá Hốc"),
            *("Lò Văn Sơn", date(2025, 1, 13), "title paragraph paragraph paragraph"),
            "From nay, trẻ em học bài buổi tối.",
        ),
        Expected(
            *("#2", "cau-treo", "Cau treo", "minh@baovungcao.example", date(2025, 2, 4)),
            *("title paragraph paragraph", "Cầu treo Nậm Pàn đã sửa xong."),
        ),
    ],
    "articles.zip": [
        Expected(
            *("#tin/2025-01-02-mua-dong.txt", "2025-01-02-mua-dong", "Mùa đông đến sớm", ""),
            *(date(2025, 1, 2), "title paragraph paragraph", "Trẻ em nghỉ học hai ngày."),
        ),
        Expected(
            *("#tin/cho-phien.md", "cho-phien", "Chợ phiên đông vui", "", date(2025, 2, 3)),
            *("title paragraph", "Chợ họp từ tinh mơ. Người bán nhiều hơn người mua."),
        ),
    ],
}
FAILURES = {
    "feed.rss": ["#https://baovungcao.example/rong-3.html: no article text"],
    "mail.mbox": ["#3: the message holds no text"],
    "articles.zip": ["#tin/rong.txt: the file is empty"],
}
KEPT = {
    "document.docx": b"PK",
    "book.epub": "<blockquote><p>Sông sâu".encode(),
    "feed.rss": "Tóm tắt không dùng đến.".encode(),
    "feed.atom": "Bác sĩ Lường Thị Pâng".encode(),
    "mail.mbox": b"Message-ID: <thu-1@",
    "articles.zip": "Mùa đông đến sớm".encode(),
}


def packed(*members: tuple[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            made.writestr(name, data)
    return buffer.getvalue()


def read(data: bytes | str, name: str) -> Reading:
    return read_content(Content(data if isinstance(data, bytes) else data.encode(), name, name))


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_of_a_file(name: str) -> None:
    reading = read_articles(FORMATS / name)
    assert len(reading.articles) == len(ARTICLES[name])
    for article, expected in zip(reading.articles, ARTICLES[name], strict=True):
        kinds = " ".join(block.kind.replace("list ", "") for block in article.blocks)
        found = (article.slug, article.title, article.source, article.published, kinds)
        assert found == expected[1:6]
        assert article.origin == f"{FORMATS / name}{expected.part}"
        assert expected.text in [block.text for block in article.blocks]


@pytest.mark.parametrize("name", ARTICLES)
def test_bad_parts_keep_out_no_others(name: str) -> None:
    failures = read_articles(FORMATS / name).failures
    expected = FAILURES.get(name, [])
    assert len(failures) == len(expected)
    for failure, start in zip(failures, expected, strict=True):
        assert failure.startswith(f"{FORMATS / name}{start}")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_original_of_each_article_is_at_hand(name: str) -> None:
    reading = read_articles(FORMATS / name)
    assert len(reading.originals) == len(reading.articles)
    assert KEPT[name] in reading.originals[0]


@pytest.mark.parametrize("name", [*ARTICLES, "../post.md", "../news_page.html"])
def test_standard_input_is_known_by_its_content(name: str) -> None:
    path = FORMATS / name
    by_name = CliRunner().invoke(segment, [str(path)])
    piped = CliRunner().invoke(segment, ["-"], input=path.read_bytes())
    assert piped.stdout == by_name.stdout
    assert by_name.stdout
    assert by_name.exit_code == piped.exit_code == int(name in FAILURES)
    assert piped.stderr.count("standard input ") == len(FAILURES.get(name, []))


@pytest.mark.parametrize(
    ("data", "blocks"),
    [
        (LONG.encode("utf-16"), [LONG.strip()]),
        (f"<p>{LONG}</p><p>Hết <b>chuyện</b>.</p>".encode(), [LONG.strip(), "Hết chuyện."]),
        (f"\ufeff---\ntitle: A\n---\n{LONG}".encode(), ["A", LONG.strip()]),
        (f"From: a@b.example\nSubject: Thư\n\n{LONG}".encode(), ["Thư", LONG.strip()]),
        (f"From nay về sau.\n\n{LONG}".encode(), ["From nay về sau.", LONG.strip()]),
    ],
)
def test_content_without_a_name(data: bytes, blocks: list[str]) -> None:
    article = read_bytes(data, "", "standard input")
    assert [block.text for block in article.blocks] == blocks


def test_each_text_of_standard_input_stays_in_the_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    slugs = []
    for text in ("Một.", "Hai.", "Một."):
        with CliRunner().isolation(input=text):
            slugs += take_in(library, ["-"]).slugs
    assert slugs[0] == slugs[2]
    assert [library.load(slug).title for slug in slugs] == ["Một.", "Hai.", "Một."]
    library.close()


def test_a_container_is_taken_in_part_by_part_and_only_once(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    first = take_in(library, [FORMATS])
    again = take_in(library, [str(FORMATS), FORMATS / "book.epub"])
    assert len(first.slugs) == sum(map(len, ARTICLES.values()))
    assert (again.slugs, len(again.failures)) == (first.slugs, len(FAILURES))
    library.close()


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"PK\x03\x04 cut off", "a.docx", "a.docx: the archive is damaged"),
        (b"no archive", "a.epub", "a.epub: the archive is damaged"),
        (packed(("a.txt", LONG)), "a.docx", "a.docx: this is no Word document"),
        (packed(("word/document.xml", "<w/>")), "a.docx", "a.docx: the Word document is damaged"),
        (packed(("a.txt", LONG)), "a.epub", "a.epub: META-INF/container.xml is missing"),
        (
            packed(("META-INF/container.xml", "no")),
            "a.epub",
            "a.epub#META-INF/container.xml: .*no XML",
        ),
        (packed(("a.jpg", LONG)), "a.zip", "a.zip: no file in this archive can be read"),
        (packed(("b.zip", packed(("a.txt", LONG)))), "a.zip", "a.zip: no file in this archive"),
        (packed(("../a.txt", LONG)), "a.zip", r"a.zip: the path \.\./a.txt in it leads outside"),
        (packed(("/etc/a.txt", LONG)), "a.zip", "a.zip: the path /etc/a.txt in it leads outside"),
        ("<html><p>A</p></html>", "a.xml", "a.xml: this is no feed"),
        ("<rss><channel/></rss>", "a.rss", "a.rss: no article is in it"),
        ("plain", "a.atom", "a.atom: this is no XML"),
        ("", "a.mbox", "a.mbox#1: the message holds no text|a.mbox#1: the file is empty"),
        ("Subject: A\n\n", "a.eml", "a.eml#1: the file is empty"),
    ],
)
def test_what_cannot_be_read(data: bytes | str, name: str, message: str) -> None:
    with pytest.raises(CorpusError, match=f"^({message})"):
        read(data, name)


@pytest.mark.parametrize("limit", ["LARGEST_UNPACKED", "MOST_MEMBERS"])
@pytest.mark.parametrize("name", ["book.epub", "document.docx", "articles.zip"])
def test_an_archive_that_grows_too_large(
    name: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, limit, 2)
    with pytest.raises(CorpusError, match=f"{name}: holds more than"):
        read_articles(FORMATS / name)


def test_entities_are_neither_blown_up_nor_read_from_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu")
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    feed = (
        f'<!DOCTYPE rss [<!ENTITY e0 "ha">{laughs}<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
        f"<rss><channel><item><title>A</title><description>{LONG} &e11; &file;</description>"
        "</item></channel></rss>"
    )
    article = read(feed, "a.rss").articles[0]
    assert [block.text for block in article.blocks] == ["A", LONG.strip()]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ('<?xml version="1.0" encoding="no such one"?>', "utf-8"),
    ],
)
def test_a_declared_encoding_is_asked_after_the_bytes(head: str, encoding: str) -> None:
    text = head + RSS.format("Café à São Tomé")
    assert read(text.encode(encoding), "a.rss").articles[0].title == "Café à São Tomé"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.rss", "a.eml"])
def test_letters_are_joined_and_tone_marks_stay_where_they_were(name: str) -> None:
    text = "Anh Hòa ở Thoại Sơn và chị Hoà ở Thuỷ Nguyên đều khoẻ; hòa, hoà, thúy, thuý, quý, quí."
    decomposed = unicodedata.normalize("NFD", text)
    wrapped = {
        "a.html": f"<html><body><article><p>{decomposed}</p><p>{LONG}</p></article></body></html>",
        "a.rss": RSS.format(decomposed),
        "a.eml": f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{decomposed}",
    }
    article = read(wrapped.get(name, decomposed), name).articles[0]
    assert article.blocks[0].text == text


def test_parts_of_the_same_name_are_told_apart() -> None:
    item = "<item><guid>1</guid><description>{}</description></item>"
    feed = f"<rss><channel>{item.format(LONG)}{item.format('Hai.')}</channel></rss>"
    assert [article.origin for article in read(feed, "a.rss").articles] == ["a.rss#1", "a.rss#1-2"]
