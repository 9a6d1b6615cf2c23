import random

import pytest

from warextract.text.dateline import find_dateline

CASES = [
    ("SAN JOSE, Calif., Aug. 5 (AP) - A chip plant burned on Monday.", "SAN JOSE", "Calif.", "Aug. 5", "AP"),
    ("ST. LOUIS, Mo. — Police shot a man in the leg on Friday.", "ST. LOUIS", "Mo.", None, None),
    # text, place, country, date, agency
    ("KYIV, Ukraine (AP) — The dam broke on Monday.", "KYIV", "Ukraine", None, "AP"),
    ("KYIV, March 4 (Reuters) - The dam broke on Monday.", "KYIV", None, "March 4", "Reuters"),
    ("KYIV/MOSCOW, Jan 29 (Reuters) - The dam broke on Monday.", "KYIV/MOSCOW", None, "Jan 29", "Reuters"),
    ("MOSCOW, March 4. /TASS/. Units took the village, it said.", "MOSCOW", None, "March 4", "TASS"),
    ("MOSCOW. March 4 (Interfax) - Units took the village.", "MOSCOW", None, "March 4", "Interfax"),
    ("Khartoum - More than sixty people were killed, officials said.", "Khartoum", None, None, None),
    ("Baku/Yerevan — The two sides met on Wednesday.", "Baku/Yerevan", None, None, None),
    ("Kyiv (AFP) – The two sides met on Wednesday.", "Kyiv", None, None, "AFP"),
    ("Gaza City (Palestinian Territories) (AFP) – The two sides met.",
     "Gaza City", "Palestinian Territories", None, "AFP"),
    ("GOMA, Democratic Republic of Congo, Jan 27 (Reuters) - Rebels entered the city.",
     "GOMA", "Democratic Republic of Congo", "Jan 27", "Reuters"),
    ("GAZA/JERUSALEM (Reuters) - A truce held on Friday.", "GAZA/JERUSALEM", None, None, "Reuters"),
    ("BEIRUT — A truce held on Friday.", "BEIRUT", None, None, None),
    ("(Reuters) - A truce held on Friday.", None, None, None, "Reuters"),
    ("March 4 (Reuters) - A truce held on Friday.", None, None, "March 4", "Reuters"),
    ("DAMASCUS, Dec. 8 (Xinhua) -- A truce held on Friday.", "DAMASCUS", None, "Dec. 8", "Xinhua"),
    ("ACCRA, Ghana – A truce held on Friday.", "ACCRA", "Ghana", None, None),
    ("DUBAI, United Arab Emirates — A truce held on Friday.", "DUBAI", "United Arab Emirates", None, None),
    ("PORT-AU-PRINCE, Haiti (AP) — Gangs burned a market.", "PORT-AU-PRINCE", "Haiti", None, "AP"),
    ("N'DJAMENA, Chad (AP) — Gunmen burned a market.", "N'DJAMENA", "Chad", None, "AP"),
    ("UNITED NATIONS (AP) — The council met on Friday.", "UNITED NATIONS", None, None, "AP"),
    ("ISLAMABAD: Security forces killed four men, the army said.", "ISLAMABAD", None, None, None),
    ("Pyongyang, January 14 (KCNA) -- The minister met a guest.", "Pyongyang", None, "January 14", "KCNA"),
    ("TEHRAN, Mar. 04 (MNA) – The minister met a guest.", "TEHRAN", None, "Mar. 04", "MNA"),
    ("Damascus, SANA- The minister met a guest.", "Damascus", None, None, "SANA"),
    ("El-Fasher, Sudan – The minister met a guest.", "El-Fasher", "Sudan", None, None),
    ("Addis Ababa, 4 March 2025 (ENA) – The minister met.", "Addis Ababa", None, "4 March 2025", "ENA"),
    ("LVIV, Ukraine, March 3 (Reuters) - “We wait,” she said.", "LVIV", "Ukraine", "March 3", "Reuters"),
    ("Kyiv, Ukraine CNN — The minister met a guest.", "Kyiv", "Ukraine", None, "CNN"),
    ("Kramatorsk (Ukraine) - The minister met a guest.", "Kramatorsk", "Ukraine", None, None),
    ("Nairobi, Kenya | AFP | The minister met a guest.", "Nairobi", "Kenya", None, "AFP"),
    ("MOSCOW, March 4 - RIA Novosti. The minister met a guest.", "MOSCOW", None, "March 4", "RIA Novosti"),
    ("St. Petersburg, Russia — The minister met a guest.", "St. Petersburg", "Russia", None, None),
    ("WASHINGTON, D.C. (AP) — The minister met a guest.", "WASHINGTON", "D.C.", None, "AP"),
    ("BAGHDAD / IraqiNews.com – The minister met a guest.", "BAGHDAD", None, None, "IraqiNews.com"),
    ("Mogadishu (HOL) - The minister met a guest.", "Mogadishu", None, None, "HOL"),
    ("TRIPOLI, Libya: The minister met a guest.", "TRIPOLI", "Libya", None, None),
    ("Bridge falls in storm\n\nBy Ann Lee and Bo Hart\n\nKYIV, Ukraine (AP) — The dam broke.",
     "KYIV", "Ukraine", None, "AP"),
    ("UPDATE 2-Dam breaks near front\n\nKYIV, March 4 (Reuters) - The dam broke.",
     "KYIV", None, "March 4", "Reuters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "country", "date", "agency"), CASES)
def test_styles_of_agencies(text, place, country, date, agency):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.country, found.date, found.agency) == (place, country, date, agency)
    if place is not None:
        assert text[found.place_start : found.place_end] == place
    if country is not None:
        assert text[found.country_start : found.country_end] == country
    first = text[found.end :]
    assert first[0].isupper() or first[0] == "“"
    assert text[found.end - 1].isspace()


@pytest.mark.parametrize(
    "text",
    [
        "A bus driver was killed on Thursday morning - the third this month.",
        "On Friday, the ministry said its troops had taken the town.",
        "Ukraine’s air force said it shot down 74 drones.",
        "Monday – The council met and voted.",
        "EXCLUSIVE - The council met and voted.",
        "BREAKING: The council met and voted.",
        "UPDATE 2-Troops enter the town, officials say.",
        "Weekly Ukraine Review, 30 September – 6 October 2024",
        "Key takeaway: Russian forces slowed.",
        "President Vladimir Putin (pictured) said on Tuesday that talks would go on.",
        "The army (FARDC) - which lost the town - has gone.",
        "NATO (the alliance) said on Tuesday that talks would go on.",
        "Russia - which invaded in 2022 - said it was ready.",
        "The town fell on Monday, officials in both countries said.\n\nKYIV, Ukraine (AP) — The dam broke.",
        "",
        "—",
        "GAZA —",
    ],
)
def test_no_dateline(text):
    assert find_dateline(text) is None


def test_never_raises_and_stays_inside():
    rng = random.Random(7)
    pieces = ["KYIV", ", ", "Ukraine", " (AP)", " — ", "/", "/TASS/", ". ", "\n", "March 4", "x", "-", ":"]
    for _ in range(2000):
        text = "".join(rng.choices(pieces, k=rng.randrange(12)))
        found = find_dateline(text)
        if found is not None:
            assert 0 <= found.start < found.end <= len(text)
