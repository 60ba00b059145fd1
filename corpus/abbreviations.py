"""Vietnamese words written with a full stop that ends no sentence."""

# Degrees, honours and forms of address: a name follows, so the stop never ends the sentence.
TITLES = {
    "GS": "giáo sư, professor",
    "PGS": "phó giáo sư, associate professor",
    "TS": "tiến sĩ, doctor",
    "TSKH": "tiến sĩ khoa học, doctor of science",
    "Th": "first half of Th.S",
    "ThS": "thạc sĩ, master",
    "CN": "cử nhân, bachelor",
    "KS": "kỹ sư, engineer",
    "KTS": "kiến trúc sư, architect",
    "BS": "bác sĩ, physician",
    "BSCK": "bác sĩ chuyên khoa, specialist",
    "BSCKI": "specialist, first grade",
    "BSCKII": "specialist, second grade",
    "CKI": "second half of BS.CKI",
    "CKII": "second half of BS.CKII",
    "BSNT": "bác sĩ nội trú, resident",
    "DS": "dược sĩ, pharmacist",
    "ĐD": "điều dưỡng or đạo diễn, nurse or director",
    "LS": "luật sư, lawyer",
    "NS": "nghệ sĩ, artist",
    "NSƯT": "nghệ sĩ ưu tú, merited artist",
    "NSUT": "the same, typed without the horn",
    "NSND": "nghệ sĩ nhân dân, people's artist",
    "NGƯT": "nhà giáo ưu tú, merited teacher",
    "NGND": "nhà giáo nhân dân, people's teacher",
    "TTƯT": "thầy thuốc ưu tú, merited physician",
    "TTND": "thầy thuốc nhân dân, people's physician",
    "HT": "hòa thượng, most venerable",
    "ĐĐ": "đại đức, venerable",
    "LM": "linh mục, father",
    "Mr": "English",
    "Mrs": "English",
    "Ms": "English",
    "Dr": "English",
    "Prof": "English",
    "Sgt": "English",
    "Lt": "English",
    "Capt": "English",
}

# Words shortened before a name of any kind.
BEFORE_NAME = {
    "TP": "thành phố, city",
    "TX": "thị xã, town",
    "TT": "thị trấn or thượng tọa, township or venerable",
    "KP": "khu phố, quarter",
    "KDC": "khu dân cư, residential area",
    "Đg": "đường, street",
    "NXB": "nhà xuất bản, publisher",
    "VD": "ví dụ, for example",
    "vs": "versus",
    "St": "Saint",
}

# Words shortened before a number.
BEFORE_NUMBER = {
    "tr": "trang, page",
    "t": "tập, volume",
    "ch": "chương, chapter",
    "No": "number",
    "ĐT": "điện thoại, telephone",
    "Tel": "telephone",
    "Fax": "fax",
    "Vol": "volume",
}

# Names that carry a mark of their own.
MARKED_NAMES = {
    "Yahoo!": "company",
    "Joomla!": "software",
    "Jeopardy!": "television show",
    "Yum!": "company",
    "Panic!": "first word of a band's name",
}

# The lists below are alternatives of a pattern.

# Family names: a single letter after one of these hides a given name ("Trần Văn H.").
FAMILY_NAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Lâm"
    "|Mai|Cao|Lương|Tạ|Hà|Chu|Châu|Tô|Thái|Trương|Đào|Đồng|Kiều|Lưu|Lò|Lục|Mạc|Nông"
    "|Phùng|Quách|Sầm|Tăng|Thạch|Thân|Tống|Triệu|Viên|Vương|Giàng|Hầu|Khúc"
    "|Nghiêm|Tôn"
)

# Nouns that a letter tells apart: "nhóm A", "vitamin C".
LETTERED = (
    "nhóm|loại|khối|hạng|bảng|lớp|vitamin|tổ|khu|lô|phương án|viêm gan|tòa|toà|cúm|cổng|đội|phụ lục"
    "|điểm|tia|độ|quý|kỳ|cấp|phần|giai đoạn"
)

# Words that open a sentence and never a personal name.
OPENERS = (
    "Ngày|Tháng|Năm|Sáng|Trưa|Chiều|Tối|Đêm|Lúc|Khoảng|Khi|Trước|Sau|Hiện|Đến|Từ|Trong|Ngoài"
    "|Tại|Ở|Trên|Dưới|Qua|Theo|Với|Để|Nếu|Vì|Do|Bởi|Nhờ|Tuy|Nhưng|Song|Và|Hoặc|Còn|Rồi|Thế|Vậy"
    "|Đây|Đó|Các|Những|Một|Hai|Nhiều|Mỗi|Mọi|Cả|Cùng|Bên|Bị|Được|Không|Chưa|Người|Ông|Bà|Chị|Họ"
    "|Tôi|Chúng|Nạn|Vụ|Việc|Riêng|Đặc|Đồng thời|Công an|Cơ quan|Lực lượng|Kết quả|Đối tượng"
    "|Liên quan|Tiếp tục"
)

# Forms of address before the speaker's name.
PERSONS = "Ông|Bà|Anh|Chị|Cô|Chú|Bác|Em|Cậu"

# Verbs that name the speaker after quoted speech.
SPEECH_VERBS = (
    "nói|hỏi|đáp|kể|hét|la|gọi|than|thở dài|cho biết|trả lời|thắc mắc|chia sẻ|nhấn mạnh"
    "|khẳng định|bày tỏ|tâm sự|giải thích|đặt câu hỏi|thốt lên"
    "|quả quyết|cảnh báo|thừa nhận|kêu|quát|reo|hô|nhớ lại|phân trần|thì thầm"
)

# Words that carry a number of their own at the start of a heading or a clause of a law.
NUMBERED = (
    "Điều|Khoản|Điểm|Mục|Chương|Phần|Bài|Bước|Câu|Hình|Bảng|Biểu|Tiết|Tập|Kỳ|Vòng|Phụ lục|Quyển"
)

# What follows a stop inside the name of a file or of a site.
ENDINGS = (
    "com|net|vn|org|info|gov|edu|asia|html|htm|pdf|doc|docx|xls|xlsx|ppt|pptx|txt|jpg|jpeg|png"
    "|gif|mp3|mp4|zip|rar|exe|apk"
)
