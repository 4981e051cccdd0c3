"""What is said outside the window can be told in the user's language."""

from __future__ import annotations

import copy
import json

from assets.phrase import Phrase, joined, listed, phrase, told, unstopped

JAPANESE = {
    "{n} beats": "{n}拍",
    "Run of {what}": "連発：{what}",
    ", ": "、",
    "{share:.0%} {{sic}}": "{share:.1%}",
}


def words(template: str) -> str:
    return JAPANESE.get(template, template)


def test_it_is_the_english_text_for_everybody_else() -> None:
    text = phrase("{n} beats", n=4)
    assert text == "4 beats"
    assert json.dumps([text]) == '["4 beats"]'


def test_values_are_told_as_well() -> None:
    text = phrase("Run of {what}", what=phrase("{n} beats", n=4))
    assert text == "Run of 4 beats"
    assert text.told(words) == "連発：4拍"


def test_a_format_stands_in_the_words() -> None:
    text = phrase("{share:.0%} {{sic}}", share=0.254)
    assert text == "25% {sic}"
    assert text.told(words) == "25.4%"


def test_words_without_values_may_hold_braces() -> None:
    assert phrase("{sic}") == "{sic}"
    assert phrase("{sic}").told(words) == "{sic}"


def test_sentences_are_joined() -> None:
    text = joined(phrase(", "), [phrase("{n} beats", n=1), "MLII"])
    assert text == "1 beats, MLII"
    assert text.told(words) == "1拍、MLII"
    assert phrase("Run of {what}", what=text).told(words) == "連発：1拍、MLII"


def test_a_list_has_the_comma_of_the_language() -> None:
    text = listed(["V1", phrase("{n} beats", n=1)])
    assert text == "V1, 1 beats"
    assert text.told(words) == "V1、1拍"


def test_after_a_japanese_full_stop_there_is_no_space() -> None:
    text = joined(" ", [phrase("It is {n}.", n=2), phrase("It is {n}.", n=3)])
    assert text == "It is 2. It is 3."
    assert text.told(lambda template: "{n}です。" if "{n}" in template else template) == "2です。3です。"


def test_other_values_are_left_alone() -> None:
    assert told("4 beats", words) == "4 beats"
    assert told(None, words) is None


def test_it_survives_a_copy() -> None:
    for text in (phrase("{n} beats", n=4), joined(" ", [phrase("{n} beats", n=4)])):
        again = copy.deepcopy(text)
        assert isinstance(again, Phrase)
        assert again == text
        assert again.told(words) == text.told(words)


def test_a_sentence_goes_on_without_its_stop_in_each_language() -> None:
    text = phrase("{first}; then more.", first=unstopped(phrase("It is {n}.", n=2)))
    assert text == "It is 2; then more."
    japanese = {"It is {n}.": "{n}です。", "{first}; then more.": "{first}。まだあります。"}
    assert text.told(lambda template: japanese[template]) == "2です。まだあります。"
    assert unstopped("Plain.") == "Plain"
    assert copy.deepcopy(text).told(lambda template: japanese[template]) == "2です。まだあります。"
