"""Importers: files of each format into articles, and what is refused."""

import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.article import Article, BlockKind, Image
from corpus.errors import CorpusError
from corpus.importers import find_sources, read_articles, read_bytes, sources

DATA = Path(__file__).parent / "data"
LONG = "Sáng 26/10, đoàn công tác của tỉnh đã tới thăm và làm việc với bà con ở bản vùng cao. "

SUMMARY = (
    "Sau hơn một năm thi công, cây cầu treo dài 120 mét nối bản Huổi Khon với trung tâm xã đã được"
    " đưa vào sử dụng."
)
STORY = ["Sáng 12/6, h", "Ông Quàng Vă", "Kinh phí xây", "Theo kế hoạc"]
KINDS = ("title", "lead", "heading", "paragraph", "caption", "byline")


class Page(NamedTuple):
    """What is expected of a page that tells the story of the bridge as its site sets it."""

    source: str
    author: str
    credit: str = ""


# Each is made after the pages of a paper: VnExpress, Tuổi Trẻ, Thanh Niên, Dân trí, VietNamNet,
# Nhân Dân, Công an Nhân dân, Biên phòng and the government's, in this order.
PAGES = {
    "page_detail": Page("vungcao.example", "Thu Minh", " Ảnh: Lò Sơn"),
    "detail_cmain": Page("BÁO VÙNG CAO ONLINE", "THU MINH", " - Ảnh: LÒ SƠN"),
    "detail_content": Page("vungcao.example", "Thu Minh", " ẢNH: LÒ SƠN"),
    "singular": Page("Báo điện tử Vùng Cao", "Thu Minh", " (Ảnh: Lò Sơn)."),
    "content_detail": Page("Vùng Cao Net", "Thu Minh"),
    "article_parts": Page("Báo Vùng Cao điện tử", "LÒ SƠN và THU MINH"),
    "box_detail": Page("Báo Công an Vùng Cao", "Thu Minh - Lò Sơn"),
    "old_layout": Page("Báo Biên phòng Vùng Cao", "Thu Minh", " Ảnh: Lò Sơn"),
    "detail_title": Page("baovungcao.example", "Thu Minh", " Ảnh: VCP/Lò Sơn"),
}


def plain(text: str, name: str = "bai.txt") -> Article:
    return read_bytes(text.encode(), name, name)


def markdown(text: str) -> Article:
    return read_bytes(text.encode(), "bai.md", "bai.md")


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article.blocks]


def reasons(article: Article) -> list[tuple[str, str]]:
    return [(leftover.text, leftover.reason) for leftover in article.leftovers]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Khai trương tuyến xe khách mới", "Khai trương tuyến xe khách mới"),
        ("Vì sao giá mận tăng?", "Vì sao giá mận tăng?"),
        ("[Video] Khai trương tuyến xe", "Khai trương tuyến xe"),
        ("Đoàn công tác tới bản.", ""),
        ("Đoàn công tác tới bản...", ""),
        ("Thứ Năm, 12/01/2023 22:32", ""),
        ("(VTC News) -", ""),
        ("Lên đầu trang", ""),
        ("Một dòng rất dài " * 15, ""),
    ],
)
def test_headline_of_plain_text(first: str, title: str) -> None:
    article = plain(f"{first}\n\n{LONG}\n\n{LONG}")
    assert article.title_derived == (not title)
    assert article.title == (title or article.sentences[0].text)
    assert (article.blocks[0].kind is BlockKind.TITLE) == bool(title)


def test_a_single_line_is_no_headline() -> None:
    assert plain("Chỉ có một dòng").title_derived


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một đoạn.\nHai đoạn.", ["Một đoạn.", "Hai đoạn."]),
        ("Một đoạn.\n\nHai\nđoạn.", ["Một đoạn.", "Hai\nđoạn."]),
        (f"Một đoạn.\n\n{LONG * 2}\n{LONG * 2}", ["Một đoạn.", *[(LONG * 2).strip()] * 2]),
        ("  Một đoạn.\n \t\nHai đoạn.  \n\n\n", ["Một đoạn.", "Hai đoạn."]),
    ],
)
def test_paragraphs_of_plain_text(text: str, expected: list[str]) -> None:
    assert [block.text for block in plain(text).blocks] == expected


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Thứ Năm, 12/01/2023 22:32", date(2023, 1, 12)),
        ("24/09/2025 10:31", date(2025, 9, 24)),
        ("22:32 | 12-01-2023", date(2023, 1, 12)),
        ("Chủ nhật, ngày 5/1/2025, 07:00 (GMT+7)", date(2025, 1, 5)),
        ("Thứ tư, 5/3/2025 - 7h30", date(2025, 3, 5)),
        ("Cập nhật: 05.03.2025", date(2025, 3, 5)),
        ("Ngày đăng: 05/03/2025 | 10:31 AM", date(2025, 3, 5)),
    ],
)
def test_dateline(line: str, published: date) -> None:
    article = plain(f"Tuyến xe mới\n\n{line}\n\n{LONG}")
    assert article.published == published
    assert reasons(article) == [(line, "dateline")]


@pytest.mark.parametrize(
    ("text", "name", "published"),
    [
        (LONG, "2022-10-26-hoi-nghi.txt", date(2022, 10, 26)),
        (LONG, "hoi-nghi.txt", None),
        (f"{LONG}\n\nLễ ký ngày 25/8/2022.\n\nHết.", "a.txt", date(2022, 10, 26)),
        ("Ngày 21/8/2024, hội nghị diễn ra.", "a.txt", date(2024, 8, 21)),
        ("Tỷ lệ là 99/99 và 31/2/2024.", "a.txt", None),
        ("99/99/2024\n\nHết chuyện.", "2024-13-45.txt", None),
    ],
)
def test_date_without_dateline(text: str, name: str, published: date | None) -> None:
    assert plain(text, name).published == published


@pytest.mark.parametrize(
    ("text", "source", "tag"),
    [
        (f"(VTC News) -\n\n{LONG}\n\n{LONG}", "VTC News", "(VTC News) -"),
        (f"(CAO) {LONG}\n\n{LONG}", "CAO", "(CAO)"),
        (f"(Dân trí) - {LONG}\n\n{LONG}", "Dân trí", "(Dân trí) -"),
        (f"TTO - {LONG}\n\n{LONG}", "TTO", "TTO -"),
    ],
)
def test_agency_tag_names_the_source(text: str, source: str, tag: str) -> None:
    article = plain(text)
    assert article.source == source
    assert reasons(article) == [(tag, "agency tag")]
    assert kinds(article)[0] == ("lead", LONG.strip())


@pytest.mark.parametrize("opening", ["(Hà Nội) ", "(Ảnh) ", "Hà Tĩnh - ", "HÀ TĨNH - "])
def test_what_is_no_agency_tag(opening: str) -> None:
    article = plain(f"{opening}{LONG}\n\n{LONG}")
    assert (article.source, article.leftovers) == ("", ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("|", "separator"),
        ("* * *", "separator"),
        ("Bình luận (0)", "comments"),
        ("Gửi bình luận", "comments"),
        ("Lên đầu trang", "page navigation"),
        ("Trang chủ > Thời sự", "page navigation"),
        ("Chia sẻ", "share buttons"),
        ("Facebook", "share buttons"),
        ("Theo dõi Báo Vùng Cao trên Google News", "share buttons"),
        ("Từ khóa: Sơn La, Lóng Sập", "keywords"),
        (">> Xem thêm: Mùa hoa mận", "other stories"),
        ("Quảng cáo", "advertising"),
        ("Lượt xem: 1.234", "counter"),
    ],
)
def test_furniture(line: str, reason: str) -> None:
    article = plain(f"{LONG}\n\n{line}\n\n{LONG}")
    assert reasons(article) == [(line, reason)]
    assert len(article.blocks) == 2


@pytest.mark.parametrize(
    "trail",
    [
        ["Tin liên quan", "Mùa hoa mận ở bản", "Giá mận tăng"],
        ["Mùa hoa mận ở bản", "10/11/2025 11:21", "Ngày 6/11, đoàn...", "07/11/2025 11:43"],
    ],
)
def test_trail_of_other_headlines(trail: list[str]) -> None:
    article = plain("\n\n".join(["Tuyến xe mới", LONG, LONG, *trail, "Lên đầu trang"]))
    assert len(article.blocks) == 3
    assert article.published is None
    assert [text for text, _ in reasons(article)] == [*trail, "Lên đầu trang"]


def test_a_story_goes_on_after_a_heading_like_a_trail() -> None:
    assert not plain(f"Tuyến xe\n\n{LONG}\n\nXem thêm\n\n{LONG}").leftovers


def test_teaser_that_a_later_paragraph_repeats() -> None:
    article = plain(f"Tuyến xe\n\n{LONG[:50]} ...\n\nMột tóm tắt ngắn.\n\n{LONG}\n\n{LONG}Hết.")
    assert reasons(article) == [(f"{LONG[:50]} ...", "teaser cut off")]
    assert [kind for kind, _ in kinds(article)] == ["title", "lead", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Toàn cảnh hội đàm", "caption"),
        ("Các đại biểu chụp ảnh lưu niệm. Ảnh: Thu Minh", "caption"),
        ("Bà con vui hội (Nguồn ảnh: Báo Vùng Cao)", "caption"),
        ("Ông Nam (trái) trao quà cho bà con.", "caption"),
        ("Thứ trưởng Nguyễn Văn A phát biểu tại hội nghị.", "caption"),
        ("Thứ trưởng Nguyễn Văn A cho biết, dự án sẽ xong trong năm.", "paragraph"),
        ("Giám đốc Lê B khẳng định quyết tâm.", "paragraph"),
        ("Cơ hội cho bản làng", "heading"),
        ("Bà con rất vui.", "paragraph"),
    ],
)
def test_kind_of_a_line(line: str, kind: str) -> None:
    article = plain(f"Tuyến xe\n\n{LONG}\n\n{line}\n\n{LONG}\n\n{LONG}")
    assert kinds(article)[2] == (kind, line)


@pytest.mark.parametrize(
    "line", ["Nguồn: Báo Biên phòng", "Theo TTXVN", "Thu Minh", "NGUYỄN AN - LÊ BÌNH", "Nhóm PV"]
)
def test_byline(line: str) -> None:
    assert kinds(plain(f"Tuyến xe\n\n{LONG}\n\n{line}"))[-1] == ("byline", line)


def test_list_items_of_plain_text() -> None:
    article = plain(f"{LONG}\n\n- hộ chiếu;\n\n- căn cước.\n\n{LONG}\n\n- Ông đi đâu?\n\n{LONG}")
    assert [block.kind.value for block in article.blocks].count("list item") == 2


def test_markdown() -> None:
    article = read_articles(DATA / "post.md").articles[0]
    assert article.slug == "post"
    assert article.title == "Mộc Châu và Sầm Nưa mở tuyến xe khách"
    assert article.source == "baovungcao.example"
    assert article.published == date(2025, 5, 2)
    assert article.images == (
        Image("https://img.baovungcao.example/ben-xe.jpg", "Bến xe Mộc Châu"),
    )
    assert kinds(article) == [
        ("title", "Mộc Châu và Sầm Nưa mở tuyến xe khách"),
        ("heading", "Chuyến xe đầu tiên"),
        (
            "paragraph",
            "Sáng 1/5, chuyến xe đầu tiên rời bến, mang theo 32 hành khách\n"
            "và nhiều bưu kiện. Xe chạy mỗi ngày một chuyến.",
        ),
        ("caption", "Lãnh đạo hai địa phương tại lễ khai trương. Ảnh: Vàng A Chu"),
        ("paragraph", "Hành khách cần mang theo:"),
        ("list item", "hộ chiếu hoặc giấy thông hành;"),
        ("list item", "thẻ căn cước."),
        ("list item", "Mua vé tại bến"),
        ("list item", "Lên xe trước 7 giờ"),
        ("quote", "Đi một ngày là tới nơi."),
        ("paragraph", "Bến xe sẽ phục vụ cả ngày lễ."),
    ]
    assert [reason for _, reason in reasons(article)] == [
        "front matter",
        "repeats the headline",
        "separator",
        "HTML",
    ]


def test_markdown_without_front_matter() -> None:
    article = markdown(f"# Tuyến xe mới\n\n{LONG}")
    assert (article.title, article.title_derived) == ("Tuyến xe mới", False)


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("Sun, 04 Aug 2024 00:00:00 +0700", date(2024, 8, 4)),
        ("2024-08-04", date(2024, 8, 4)),
        ("2024-08-04T10:00:00+07:00", date(2024, 8, 4)),
        ("4/8/2024 10:31", date(2024, 8, 4)),
        ("hôm qua", None),
        ("[1, 2]", None),
        (f"Sun, 04 Aug 2024 00:00:00 +{'9' * 30}", None),
    ],
)
def test_date_in_front_matter(value: str, published: date | None) -> None:
    assert markdown(f"---\ntitle: A\ndate: {value}\n---\nMột đoạn.").published == published


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("https://baovungcao.example/tin", "baovungcao.example"),
        ("Báo Vùng Cao", "Báo Vùng Cao"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_source_in_front_matter(value: str, source: str) -> None:
    assert markdown(f'---\ntitle: A\nsource: "{value}"\n---\nMột đoạn.').source == source
    assert markdown(f"---\ntitle: A\n---\n[A]({value})\n\nMột đoạn.").title == "A"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('---\ntitle: "A\ndate: B\n---\nMột đoạn.', "bai.md, line [23]: .*not valid YAML"),
        ("---\ntitle: A\n  b: [\n---\nMột đoạn.", "bai.md, line [34]: .*not valid YAML"),
        ("---\ntitle: A\n\nMột đoạn.", "bai.md, line 1: the front matter has no end"),
        ("---\nMột dòng\n---\nMột đoạn.", "bai.md, line 2: .*title"),
        ("---\ntitle: A\n---\n", "bai.md: no article text"),
        ("---\ntitle: !!python/object:os.system x\n---\nA.", "bai.md, line 2: .*not valid YAML"),
    ],
)
def test_broken_front_matter(text: str, message: str) -> None:
    with pytest.raises(CorpusError, match=f"^{message}"):
        markdown(text)


def test_html() -> None:
    article = read_articles(DATA / "news_page.html").articles[0]
    assert article.title == "Sơn La đón dòng khách mới qua cửa khẩu Lóng Sập"
    assert article.source == "Báo Vùng Cao"
    assert article.published == date(2025, 3, 14)
    assert article.images == (
        Image("https://img.baovungcao.example/long-sap.jpg", "Cửa khẩu Lóng Sập buổi sớm"),
    )
    assert [kind for kind, _ in kinds(article)] == [
        *("title", "lead", "caption", "paragraph", "paragraph", "heading", "paragraph"),
        *("paragraph", "list item", "list item", "list item", "quote", "paragraph", "byline"),
    ]
    assert kinds(article)[2][1].endswith("sáng 13/3. Ảnh: Vàng A Chu")
    tag, rest = article.leftovers
    assert tag.text == "(BVC)"
    for line in ("Bài viết rất hay", "Tin liên quan", "Lên đầu trang", "Mộc Châu vào mùa hoa mận"):
        assert line in rest.text
        assert not any(line in block.text for block in article.blocks)


@pytest.mark.parametrize(("name", "expected"), PAGES.items())
def test_pages_of_many_sites(name: str, expected: Page) -> None:
    article = read_articles(DATA / "html" / f"{name}.html").articles[0]
    assert article.title == "Bản Huổi Khon khánh thành cầu treo mới"
    assert (article.published, article.source) == (date(2025, 6, 12), expected.source)
    assert [image.url for image in article.images] == ["https://img.vungcao.example/cau.jpg"]
    texts = {kind: [text for found, text in kinds(article) if found == kind] for kind in KINDS}
    assert texts["lead"] == [SUMMARY]
    assert texts["caption"] == [
        f"Người dân bản Huổi Khon đi qua cây cầu treo mới.{expected.credit}"
    ]
    assert [text[:12] for text in texts["paragraph"]] == STORY
    assert texts["byline"] == [expected.author]
    assert texts["heading"] == (["Góp công làm cầu"] if name == "detail_cmain" else [])
    assert not {kind for kind, _ in kinds(article)} - set(KINDS)
    for foreign in ("Giá mận", "phố đi bộ", "Bài viết rất hay", "tuyến xe khách", "Đọc nhiều"):
        assert foreign not in " ".join(text for _, text in kinds(article))


def test_line_breaks_of_a_page_part_lines_and_paragraphs() -> None:
    text = f"Dòng một.<br>Dòng hai.<br><br>{LONG}"
    page = f"<html><body><article><p>{LONG}</p><div>{text}</div></article></body></html>"
    article = read_bytes(page.encode(), "a.html", "a.html")
    assert [block.text for block in article.blocks][1:] == ["Dòng một.\nDòng hai.", LONG.strip()]


def test_a_long_page_is_no_slower_by_the_byte() -> None:
    """A page ten times as long takes no more than about ten times as long."""

    def seconds(paragraphs: int) -> float:
        body = "".join(f"<div><p>{number}. {LONG * 5}</p></div>" for number in range(paragraphs))
        page = f"<html><body><article>{body}</article></body></html>".encode()
        start = time.process_time()
        read_bytes(page, "a.html", "a.html")
        return time.process_time() - start

    seconds(10)
    assert seconds(2000) < 25 * seconds(200)


def test_a_page_of_very_many_elements_is_read_as_it_stands() -> None:
    page = f"<html><body><h1>Tuyến xe</h1><p>{LONG}</p>{'<p>x' * 50_000}</body></html>"
    article = read_bytes(page.encode(), "a.html", "a.html")
    assert kinds(article)[:2] == [("title", "Tuyến xe"), ("paragraph", LONG.strip())]


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<p>", "&nbsp;", "<!-- x -->"])
def test_page_without_article(page: str) -> None:
    with pytest.raises(CorpusError, match=r"^a.html: no article text"):
        read_bytes(page.encode(), "a.html", "a.html")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2024-08-21-Hà Tĩnh.txt", "2024-08-21-ha-tinh"),
        ("Đường dây nóng (2).txt", "duong-day-nong-2"),
        ("ລາວ.txt", "article"),
        ("....txt", "article"),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert plain("Một đoạn.", name).slug == slug


def test_missing_folder_and_unknown_kind(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.txt: there is no such file"):
        read_articles(tmp_path / "none.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(CorpusError, match="this is a folder"):
        read_articles(tmp_path / "folder.txt")
    with pytest.raises(CorpusError, match=r"a\.xyz: .*\.txt, \.text, \.md"):
        read_articles(tmp_path / "a.xyz")


def test_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Một đoạn.")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CorpusError, match=r"a\.txt: cannot be read \(Permission denied\)"):
        read_articles(path)


def test_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LONG)
    monkeypatch.setattr(sources, "LARGEST", 10)
    with pytest.raises(CorpusError, match=r"a\.txt: larger than .* divide it"):
        read_articles(path)


def test_files_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.HTML", "a/b.txt", ".git/x.txt", "a/photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Một đoạn.")
    photo = tmp_path / "a" / "photo.png"
    found = find_sources([photo, tmp_path, tmp_path / "b.md"])
    assert [Path(path).relative_to(tmp_path).as_posix() for path in found] == [
        *("a/photo.png", "a/b.txt", "a/c.HTML", "b.md"),
    ]


def test_nothing_to_find(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no file in this folder can be read"):
        find_sources([tmp_path])
    with pytest.raises(CorpusError, match="no such file or folder"):
        find_sources([tmp_path / "none"])
