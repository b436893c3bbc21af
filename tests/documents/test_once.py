"""What documents share is worked out once in a block, and never kept beyond it."""

from __future__ import annotations

from desktop_app.documents.once import once, working_out_once
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.language import speaking
from tests.report import builders


def test_a_record_is_worked_out_once_in_a_block_and_each_time_outside(made_up: str) -> None:
    asked: list[WorkshopRecord] = []

    @once
    def count(record: WorkshopRecord) -> int:
        asked.append(record)
        return len(asked)

    one, other = builders.make_day(), builders.make_day()
    with working_out_once():
        assert [count(one), count(one), count(other), count(one)] == [1, 1, 2, 1]
        with speaking(made_up):
            assert count(one) == 3, "it is said in another language"
        assert count(one) == 1
    assert [count(one), count(one)] == [4, 5]
    with working_out_once():
        assert count(one) == 6
