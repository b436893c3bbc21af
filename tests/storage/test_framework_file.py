"""Reading frameworks: the built-in one is complete, and each mistake is named with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Depth, Framework, PromptKind, StepWhen
from desktop_app.resources import resource
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.storage.framework_file import read_framework
from desktop_app.storage.toml_file import MAX_BYTES

SMALL = Path(__file__).parents[1] / "data" / "frameworks" / "small.toml"
TEXT = SMALL.read_text(encoding="utf-8")

FOURTH_TO_EIGHTH = "".join(
    f'[[scale.points]]\nvalue = {n}\nlabel = "P{n}"\ndescription = "D{n}"\n\n' for n in range(4, 9)
)
HIGHEST = '[[scale.points]]\nvalue = 3\nlabel = "Yes"\ndescription = "Always"\n\n'
SECOND_ACTION = TEXT[TEXT.index("[[actions]]") : TEXT.index("[[sources]]")]

# name, what to replace, with what, place as the sentence names it, mistake as it names it
MISTAKES = [
    ("missing field", 'title = "Small"\n', "", "x.toml", 'the field "title" is missing'),
    (
        "missing field of a statement",
        'text = "keep promises"\n',
        "",
        'action "T", statement "T1"',
        'the field "text" is missing',
    ),
    ("missing id", 'id = "T2"\n', "", 'action "T", statement 2', 'the field "id" is missing'),
    (
        "missing leans_on of a step",
        "leans_on = []\n",
        "",
        'action "T", next step "T-H1"',
        'the field "leans_on" is missing',
    ),
    ("unknown key", 'stem = "', 'colour = "red"\nstem = "', "x.toml", 'the key "colour" is not'),
    (
        "unknown key of a source",
        'citation = "One 2001"',
        'citation = "One 2001"\nyear = 2001',
        'source "ONE"',
        'the key "year" is not known',
    ),
    (
        "duplicate statement",
        'id = "T2"',
        'id = "T1"',
        'action "T", statement 2',
        '"T1" stands here a second time',
    ),
    (
        "statement called like its action",
        'id = "T2"',
        'id = "T"',
        'action "T", statement 2',
        '"T" stands here a second time',
    ),
    (
        "duplicate step",
        'id = "T-M1"',
        'id = "T-L1"',
        'action "T", next step 2',
        '"T-L1" stands here a second time',
    ),
    (
        "duplicate action",
        "[[sources]]",
        SECOND_ACTION + "[[sources]]",
        "action 2",
        '"T" stands here a second time',
    ),
    (
        "duplicate source",
        "[[sources]]",
        '[[sources]]\nkey = "ONE"\ncitation = "c"\ntitle = "t"\nsays = "s"\n\n[[sources]]',
        "source 2",
        '"ONE" stands here a second time',
    ),
    ("id with a space", 'id = "T2"', 'id = "T 2"', 'field "id"', '"T 2" cannot be an id'),
    ("two points", HIGHEST, "", "scale", "the scale has 2 points, and a scale has 3 to 7"),
    (
        "eight points",
        HIGHEST,
        HIGHEST + FOURTH_TO_EIGHTH,
        "scale",
        "the scale has 8 points, and a scale has 3 to 7",
    ),
    ("no points", TEXT[TEXT.index("[[scale") : TEXT.index("[[actions]]")], "", "scale", "points"),
    (
        "points out of order",
        "value = 2",
        "value = 3",
        "scale point 2",
        "this is 3 and must be 2",
    ),
    (
        "points from nought",
        "value = 1",
        "value = 0",
        "scale point 1",
        "this is 0 and must be 1",
    ),
    (
        "anchor at no point",
        "anchors.3",
        "anchors.4",
        'statement "T1", field "anchors"',
        'there is no point "4" on this scale of 1 to 3',
    ),
    (
        "anchor at a word",
        "anchors.3",
        "anchors.top",
        'field "anchors"',
        'there is no point "top"',
    ),
    (
        "anchor that is no text",
        'anchors.3 = "Promises are kept"',
        "anchors.3 = 3",
        'statement "T1"',
        "this must be text in quotation marks, and it is a whole number",
    ),
    (
        "step leans on no source",
        'sign = "It goes on."\nleans_on = ["ONE"]',
        'sign = "It goes on."\nleans_on = ["TWO"]',
        'next step "T-M1", field "leans_on"',
        'there is no source with the key "TWO"',
    ),
    (
        "prompt leans on no source",
        'text = "What happened?"\nleans_on = ["ONE"]',
        'text = "What happened?"\nleans_on = ["TWO"]',
        'action "T", prompt 1, field "leans_on"',
        'there is no source with the key "TWO"',
    ),
    (
        "empty text",
        'text = "keep promises"',
        'text = "  "',
        'action "T", statement "T1", field "text"',
        "the text is empty",
    ),
    ("long text", '"Small"', '"' + "a" * 2_001 + '"', 'field "title"', "longer than 2000"),
    (
        "character that cannot be shown",
        '"Small"',
        '"Sm\\u0000all"',
        'field "title"',
        "a character that cannot be shown",
    ),
    (
        "number for text",
        'version = "1"',
        "version = 1.0",
        'field "version"',
        "this must be text in quotation marks, and it is a number with a decimal point",
    ),
    (
        "text for number",
        "value = 2",
        'value = "2"',
        "scale point 2",
        "this must be a whole number, and it is text",
    ),
    (
        "true for number",
        "value = 2",
        "value = true",
        "scale point 2",
        "this must be a whole number, and it is true or false",
    ),
    (
        "text for list",
        "leans_on = []",
        'leans_on = "ONE"',
        'next step "T-H1", field "leans_on"',
        "this must be a list, and it is text",
    ),
    (
        "date for text",
        'version = "1"',
        "version = 2027-05-14",
        'field "version"',
        "this must be text",
    ),
    (
        "statement with a full stop",
        '"keep promises"',
        '"keep promises."',
        'statement "T1", field "text"',
        "ends with a full stop",
    ),
    (
        "action without statements",
        TEXT[TEXT.index("[[actions.statements]]") : TEXT.index("[[actions.prompts]]")],
        "statements = []\n\n",
        'action "T"',
        "the action has no statement",
    ),
    (
        "no step for a situation",
        'when = "opposing"',
        'when = "low"',
        'action "T"',
        'no next step with when = "opposing"',
    ),
    (
        "unknown situation",
        'when = "opposing"',
        'when = "split"',
        'next step "T-D1", field "when"',
        '"split" is not known here. Use one of: low, middle, high, opposing, cannot_say',
    ),
    (
        "unknown kind of prompt",
        'kind = "happened"',
        'kind = "past"',
        'action "T", prompt 1, field "kind"',
        "Use one of: happened, feels, means, do",
    ),
    ("no action", SECOND_ACTION, "", "x.toml", 'the field "actions" is missing'),
    ("broken line", 'stem = "', 'stem "', "x.toml, line 7, column 6", "not valid TOML"),
    (
        "unclosed text",
        'says = "Something."',
        'says = "',
        "x.toml, line 103, column 9",
        "a text is not closed by a quotation mark",
    ),
    ("key given twice", 'id = "small"', 'id = "small"\nid = "b"', "x.toml, line 3", "not valid"),
    ("endless number", 'version = "1"', "version = " + "9" * 5_000, "x.toml", "too long"),
    ("brackets without end", 'version = "1"', "version = " + "[" * 9_000, "x.toml", "too deep"),
    ("names without end", 'version = "1"', "version" + ".a" * 9_000 + " = 1", "x.toml", "24 parts"),
]


def read_text(folder: Path, text: str) -> Framework:
    return read_bytes(folder, text.encode())


def read_bytes(folder: Path, content: bytes) -> Framework:
    path = folder / "x.toml"
    path.write_bytes(content)
    return read_framework(path)


@pytest.fixture(scope="module")
def built_in() -> Framework:
    return BuiltInFrameworks().built_in()


@pytest.mark.parametrize(
    ("old", "new", "place", "mistake"),
    [case[1:] for case in MISTAKES],
    ids=[case[0] for case in MISTAKES],
)
def test_a_mistake_is_named_with_file_and_place(
    tmp_path: Path, old: str, new: str, place: str, mistake: str
) -> None:
    assert old in TEXT
    with pytest.raises(FileProblem) as caught:
        read_text(tmp_path, TEXT.replace(old, new, 1))
    sentence = str(caught.value)
    assert sentence.startswith("x.toml")
    assert place in sentence
    assert mistake in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_the_small_framework_is_read_as_it_stands() -> None:
    framework = read_framework(SMALL)
    action = framework.action("T")
    assert [point.value for point in framework.scale.points] == [1, 2, 3]
    assert framework.statement("T1").anchors == ((1, "Promises slip"), (3, "Promises are kept"))
    assert framework.statement("T2").text == "trust in every direction"
    assert (action.quick.id, action.quick.word) == ("T", "Trust")
    assert framework.sentence(action.quick) == "Today we trust one another."
    assert action.prompts[0].kind is PromptKind.HAPPENED
    assert action.steps[2].when is StepWhen.HIGH
    assert action.steps[2].leans_on == ()


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert read_bytes(tmp_path, content) == read_framework(SMALL)


def test_words_of_other_languages_are_kept(tmp_path: Path) -> None:
    text = TEXT.replace('"Small"', '"Ŵyth, Łódź, Αθήνα"')
    assert read_text(tmp_path, text).title == "Ŵyth, Łódź, Αθήνα"


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"x\.toml, line 5: the text is not UTF-8"):
        read_bytes(tmp_path, TEXT.replace("Small", "Smäll").encode("latin-1"))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as handle:
        handle.truncate(10_000_000_000)
    with pytest.raises(FileProblem, match=r"large\.toml: the file is larger than 2 MB"):
        read_framework(path)


def test_a_file_just_over_the_limit_is_refused(tmp_path: Path) -> None:
    filler = b"\n#" + b"a" * (MAX_BYTES - len(TEXT.encode()) - 2)
    assert read_bytes(tmp_path, TEXT.encode() + filler) == read_framework(SMALL)
    with pytest.raises(FileProblem, match="larger than"):
        read_bytes(tmp_path, TEXT.encode() + filler + b"a")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"gone\.toml: there is no such file"):
        read_framework(tmp_path / "gone.toml")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="this is not a file"):
        read_framework(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(FileProblem, match="this is not a file"):
        read_framework(tmp_path / "pipe.toml")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_an_unreadable_file_says_why(tmp_path: Path) -> None:
    path = tmp_path / "shut.toml"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(FileProblem, match=r"shut\.toml: the file cannot be read"):
        read_framework(path)


def test_a_path_through_a_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(FileProblem, match=r"x\.toml: the file cannot be read"):
        read_framework(tmp_path / "a" / "x.toml")


def read_or_problem(folder: Path, content: bytes) -> None:
    try:
        framework = read_bytes(folder, content)
    except FileProblem as problem:
        sentence = str(problem)
    else:
        sentence = f"x.toml: {framework.title}."
    assert sentence.startswith("x.toml")
    assert sentence.endswith(".")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=200))
def test_garbage_gives_a_problem(tmp_path: Path, content: bytes) -> None:
    read_or_problem(tmp_path, content)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    start=st.integers(0, len(TEXT)),
    length=st.integers(0, 60),
    planted=st.one_of(
        st.binary(max_size=8),
        st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace")),
        st.sampled_from([b"[", b"]", b'"', b"=", b".", b"\n", b"1", b"true", b"{}", b"[]", b"#"]),
    ),
)
def test_a_mutated_file_gives_a_problem_or_a_framework(
    tmp_path: Path, start: int, length: int, planted: bytes
) -> None:
    content = TEXT.encode()
    read_or_problem(tmp_path, content[:start] + planted + content[start + length :])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    line=st.integers(0, len(TEXT.splitlines()) - 1),
    value=st.sampled_from(
        ["1", "1.5", "nan", "true", "[]", "{}", "[[]]", "[1]", "{a = 1}", "2027-05-14", "07:00:00"]
    ),
)
def test_a_value_of_another_kind_gives_a_problem_or_a_framework(
    tmp_path: Path, line: int, value: str
) -> None:
    lines = TEXT.splitlines()
    lines[line] = lines[line].split("=")[0] + " = " + value
    read_or_problem(tmp_path, "\n".join(lines).encode())


def test_the_built_in_framework_is_complete(built_in: Framework) -> None:
    assert [action.id for action in built_in.actions] == ["T", "A", "I", "G", "L"]
    assert " ".join(statement.id for statement in built_in.statements) == (
        "T1 T2 T3 A1 A2 A3 A4 I1 I2 I3 G1 G2 L1 L2 L3 L4"
    )
    assert [len(action.steps) for action in built_in.actions] == [11, 12, 11, 11, 11]
    assert [point.label for point in built_in.scale.points] == [
        "Not happening",
        "Just starting",
        "Partly there",
        "Mostly there",
        "Firmly in place",
    ]
    assert len(built_in.sources) == 20


def test_every_statement_has_anchors_at_both_ends_and_the_middle(built_in: Framework) -> None:
    for statement in built_in.statements:
        assert [point for point, _ in statement.anchors] == [1, 3, 5], statement.id


def test_every_action_has_a_step_for_every_situation(built_in: Framework) -> None:
    for action in built_in.actions:
        assert {step.when for step in action.steps} == set(StepWhen), action.id


def test_every_action_has_prompts_of_every_kind_in_order(built_in: Framework) -> None:
    order = list(PromptKind)
    for action in built_in.actions:
        places = [order.index(prompt.kind) for prompt in action.prompts]
        assert set(places) == {0, 1, 2, 3}, action.id
        assert places == sorted(places), action.id


def test_every_step_is_written_out_in_its_own_words(built_in: Framework) -> None:
    steps = [step for action in built_in.actions for step in action.steps]
    for field in ("title", "short", "how", "first_move", "sign"):
        texts = [getattr(step, field) for step in steps]
        assert len(set(texts)) == 56, field
        assert all(text[0].isupper() for text in texts), field
    for step in steps:
        assert step.leans_on, step.id
        assert len(step.title) <= 60, step.id
        assert not step.title.endswith("."), step.id
        assert 2 <= step.how.count(". ") + 1 <= 3, step.id
        assert all(text.endswith(".") for text in (step.how, step.first_move, step.sign)), step.id


def test_every_source_is_leaned_on_or_is_the_article_itself(built_in: Framework) -> None:
    leaned_on = {
        key
        for action in built_in.actions
        for part in (*action.steps, *action.prompts)
        for key in part.leans_on
    }
    assert {source.key for source in built_in.sources} - leaned_on == {"MUN20"}


def test_quick_depth_asks_one_statement_per_action(built_in: Framework) -> None:
    quick = built_in.at_depth(Depth.QUICK)
    assert [statement.id for statement in quick.statements] == ["T", "A", "I", "G", "L"]
    assert [statement.word for statement in quick.statements] == [
        action.short_title for action in built_in.actions
    ]
    assert quick.sentence(quick.statements[2]) == (
        "At the moment, leaders help our partnership to invest time, resources and energy."
    )


def test_the_status_sentence_claims_no_validated_scale(built_in: Framework) -> None:
    assert "not the article's own items and not a validated scale" in built_in.status


def test_the_built_in_file_can_be_copied_and_read_as_ones_own(tmp_path: Path) -> None:
    copy = tmp_path / "own.toml"
    copy.write_bytes(resource("frameworks", "leading-together.en.toml").read_bytes())
    assert read_framework(copy) == BuiltInFrameworks().built_in()
