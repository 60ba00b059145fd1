"""Sentences: the table shows each text with its boundaries as "|"."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.segmenter import split

TEXTS = """
PGS.TS. Nguyễn Văn A đến.| ThS.BS. Lê Thị B đi.
NSƯT. Kim Chi và NSND. Lê Khanh hát.| Khán giả vỗ tay.
Th.S Nguyễn An gặp GS.Trần Bình.| Hai ông bàn bạc.
Nhóm gồm: TS. Lê A, ThS. Trần B; BS.CKII. Lê C.
Ông A. B. Nguyễn, V.I. Lênin và J. K. Rowling.
Ở Mỹ, ông George W. Bush thắng.| Ông J. Biden thua.
Bị can N.V.A. khai nhận.| Công an đang điều tra.
Anh Trần Văn H. (25 tuổi) bị thương.
Nạn nhân là Trần Văn H.| Nhà chức trách cho biết.
Chị Lê Thị H. cho biết.| Bé K. đã khỏe.
Bệnh nhân uống vitamin C.| Bác sĩ dặn dò.
Theo U.S. Navy, tàu đã rời cảng.| Mỹ nói vậy.
TP. Hồ Chí Minh, Tp.HCM, TP.Huế, TX. Sơn Tây và TT. Sa Pa.
Đại học ở TP.HCM.| Ngày mai khai giảng.
Đại học RMIT (TP.HCM).| Trường này lớn.
Chủ tịch UBND.| Rau, củ, v.v.| Ngày mai.
Rau, củ, v.v. và hoa, v.v...| Ngoài ra có quả.
Xem tr. 15.| Ở Q.1, P.12, P. Bến Nghé, Q. 3.| Nay chuyển đi.
Thu 1.500.000 đồng và 2,7 kg.| Họp lúc 10.30 ngày 12/1.
Sinh ngày 2. 9. 1945 tại Hà Nội.| Ngày 20. 11. 2020 mất.
Năm 2024.| Năm 2025 còn hơn.
Đạt 63kg.| 47kg còn lại bị tiêu hủy.
Tăng 5,2%.| Giảm 3%.
Đội thắng 3-0.| 25.000 khán giả dự.
Lào, Thái Lan... đều dự.| Anh im lặng...| Rồi anh nói.
Chưa kịp thời…; phối hợp chặt chẽ…| Hết.
"Anh đi đâu?" rồi bỏ đi.| Xong.
"Anh đi đâu?" Lan hỏi.| “Tôi về!” – Nam đáp.| Rồi anh đi.
“Sao lại thế?”, ông Nam hỏi.| Nó kêu "á!", rồi im.
Ông nói: "Ta làm được.| Ta sẽ làm."| Hội trường vỗ tay.
"Được."| "Không."| 'Thôi.'| «Vâng.»| Hết.
Anh đi đâu?| - Tôi đi chợ.| – Bao giờ về?
Chiếm ít (khoảng 5%.)| Phần còn lại lớn.
Ông Tập (Trung Quốc. Ảnh tư liệu) phát biểu.
Chụp ảnh lưu niệm.| (Nguồn ảnh: TTXVN)
Cô gái (?) ấy đi.| Anh (!) Nam ở lại.
Hôm nay họp.| [...] Ngày mai nghỉ.
phòng, chống "bạo loạn, lật đổ;" đẩy mạnh phối hợp; mua bán người...; xử lý.
Xem tại https://vnexpress.net/thoi-su/abc.html.| Ngày mai tiếp.
Gửi về toasoan@bao.vn.| Đọc vnexpress.net, Zing.Vn và Bao.cao.PDF nhé.
Yahoo! là công ty.| Yahoo! Việt Nam đã đóng.
Trên iPhone.| iPhone mới ra.
Đi ở Lào.|Ngày mai về.|Ăn cơm!|Xong chưa?|Rồi.
Họp năm 2020.|Ngày mai (5%).|Hết.
Điều 5. Quyền của công dân.| Ai cũng có quyền.
Khoản 2. Người nào vi phạm thì bị phạt.| Mức phạt là 5 triệu.
Theo quy định tại Điều 5.| Mức phạt tăng.
1. Mở đầu.| Nội dung.
II. TỔ CHỨC THỰC HIỆN
Gồm: 1. Xây dựng; 2. Phát triển; a) một; b) hai.
Nghị định số 100/2019/NĐ-CP.| Theo đó, phạt nặng.
(TTXVN) Ngày 5/8, tại Hà Nội.| Hết./.| (TTXVN)
Thật không?| Thật!| Vậy à?!
Hà Nội đẹp! 😀| Mai đi.
Đúng vậy.\u200b| Ngày mai.[2]| Hôm nay.
**Đậm.**| Tiếp theo.
Viêng Chăn.| ລາວ ໃຫຍ່.
""".strip().splitlines()

LINES = [
    "Một dòng\nbị ngắt.|\nDòng hai\r\nnối tiếp.",
    "Tiêu đề không chấm|\n\nĐoạn văn.|\r\n\r\nĐoạn nữa",
    "Ở TP.\nHồ Chí Minh có:|\n- việc một|\n- việc hai|\n2) việc ba",
    "Trước đó.|\u2029Sau đó",
]


@pytest.mark.parametrize("line", TEXTS + LINES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_boundaries(line: str, form: str) -> None:
    pieces = unicodedata.normalize(form, line).split("|")
    text = "".join(pieces)
    assert [sentence.text for sentence in split(text)] == [piece.strip() for piece in pieces]
    assert "".join(sentence.text + sentence.gap for sentence in split(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n", [(" \n", "")]),
        (" Một.", [(" Một.", "")]),
        ("Một. \n Hai ", [("Một.", " \n "), ("Hai", " ")]),
        ("...", [("...", "")]),
    ],
)
def test_white_space_stays(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(sentence.text, sentence.gap) for sentence in split(text)] == expected


_ALPHABET = "aAđĐễ1 .…?!\"“”'()[]-–\n\r\t:;,@/\u0303\u200b\u2028😀"


@settings(deadline=None)
@given(st.text() | st.text(alphabet=_ALPHABET, max_size=80))
def test_nothing_is_lost(text: str) -> None:
    sentences = split(text)
    assert "".join(sentence.text + sentence.gap for sentence in sentences) == text
    assert all(re.fullmatch(r"\s*", sentence.gap) for sentence in sentences)
    assert all(sentence.text for sentence in sentences)


def _seconds(text: str) -> float:
    started = time.process_time()
    split(text)
    return time.process_time() - started


@pytest.mark.parametrize("unit", [".", "1", '"', "(", " ", "\n", "…)", "\u200b", "a(", "😀"])
def test_time_is_linear(unit: str) -> None:
    # Ten times the text takes ten times as long; a hundred times where it is quadratic.
    small, large = unit * 30_000, unit * 300_000
    assert _seconds(large) < 40 * _seconds(small) + 0.5
