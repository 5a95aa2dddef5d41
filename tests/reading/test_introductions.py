"""How one who asks introduces themselves."""

import pytest

from twotrack.reading.introductions import introduced


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Hi, Ana Ruiz, Daily Post. Two questions.", "Ana Ruiz", "Daily Post"),
        ("Thanks. This is Ana with Reuters. When?", "Ana", "Reuters"),
        ("Again this Hyeon, VOA. Thank you.", "Hyeon", "VOA"),
        ("Luc Arnaud for AFP. Two questions.", "Luc Arnaud", "AFP"),
        ("Bonjour, Claire Aubin, Le Courrier de Holm. Quand ?", "Claire Aubin", "Le Courrier de Holm"),
        ("Mein Name ist Anna Kern, Tarner Zeitung. Wann?", "Anna Kern", "Tarner Zeitung"),
        ("Ana Luz, de El Heraldo. ¿Cuándo?", "Ana Luz", "El Heraldo"),
        ("你好，我是路透社記者周日昇。渡輪會不會停航？", "周日昇", "路透社"),
        ("My name is Ana Ruiz. When?", "Ana Ruiz", None),
        ("Mr. President, Ana Ruiz with the Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Madam Secretary, Lind, Fjordkureren. Why?", "Lind", "Fjordkureren"),
        ("This is Ana Ruiz, I’m the correspondent for El Faro. Why?", "Ana Ruiz", "El Faro"),
        ("Sir, Joel here from Morning Standard. Why?", "Joel", "Morning Standard"),
        ("İyi günler Sayın Sözcü, Defne Korkut, Liman Ajansı. Neden?", "Defne Korkut", "Liman Ajansı"),
        ("Здравствуйте. Газета «Порт», Анна Лосева. Когда?", "Анна Лосева", "Порт"),
        ("司長好，《港都日報》楊士傑。漁民呢？", "楊士傑", "港都日報"),
        ("环岛广播何曼丽。死刑呢？", "何曼丽", "环岛广播"),
        ("你好，海峽電視台，林佳蓉。請問漁民呢？", "林佳蓉", "海峽電視台"),
        ("我是滨海日报的记者。请问呢？", None, "滨海日报"),
        ("北海新報の小松です。いつですか。", "小松", "北海新報"),
        ("Bonjour, Claire Aubin, La Gazette holmienne. Quand ?", "Claire Aubin", "La Gazette holmienne"),
        ("Luc Arnaud, Courrier de Holm et du Lac. Quand ?", "Luc Arnaud", "Courrier de Holm et du Lac"),
        ("Pour Radio Holm. Sur la Véranie : quand ?", None, "Radio Holm"),
        ("Thanks. For Reuters: when?", None, "Reuters"),
        ("Radio Holm again. When?", None, "Radio Holm"),
    ],
)
def test_first_words_introduce(words: str, name: str | None, outlet: str | None) -> None:
    own = introduced(words, frozenset())
    assert own is not None
    assert (own.name, own.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Bonjour, Madame la Ministre. Quand ?",
        "《日报》报道，漁民已回國。",
        "Thank you, Ana. When?",
        "Is the President of Tarn here?",
        "This week, what is new?",
        "For now. When?",
        "For NATO. When?",
        "Verania again. When?",
    ],
)
def test_other_words_do_not(words: str) -> None:
    assert introduced(words, frozenset()) is None


def test_thanks_to_two_officials_introduce_nobody() -> None:
    assert introduced("Thanks, John, Karen. I was hoping for more.", frozenset({"john", "karen"})) is None
