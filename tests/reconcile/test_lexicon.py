from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reconcile.language.lexicon import (
    FILE_NAME,
    LEMMA,
    NOUN,
    VERB,
    EmptyLexicon,
    MappedLexicon,
    compile_table,
    load_lexicon,
)

TABLES = {"noun": {"time": ["time"], "timer": ["time"]}, "verb": {"timer": ["time"], "booker": ["booke"]}}


def test_forms_lead_to_lemma_and_parts_of_speech() -> None:
    lexicon = MappedLexicon(compile_table(TABLES))
    assert len(lexicon) == 3
    assert lexicon.look_up("timer") == ("time", NOUN | VERB)
    assert lexicon.look_up("time") == ("time", NOUN | LEMMA)
    assert lexicon.look_up("booker") == ("booke", VERB)
    assert lexicon.look_up("tim") is None
    assert EmptyLexicon().look_up("time") is None


def test_a_damaged_file_is_refused() -> None:
    data = compile_table(TABLES)
    for broken in (data[:-1], b"no such table" * 4, data[:20]):
        with pytest.raises(Exception, match=r".*"):
            MappedLexicon(broken)


def test_the_cache_is_built_once_and_rebuilt_when_damaged(tmp_path: Path) -> None:
    first = load_lexicon(tmp_path)
    file = tmp_path / FILE_NAME
    written = file.stat().st_mtime_ns
    assert load_lexicon(tmp_path).look_up("timeavtaler") == first.look_up("timeavtaler") == ("timeavtale", NOUN)
    assert file.stat().st_mtime_ns == written
    file.write_bytes(b"half a file")
    assert load_lexicon(tmp_path).look_up("pasienten") == ("pasient", NOUN)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert load_lexicon(blocked).look_up("pasienten") == ("pasient", NOUN)


@pytest.mark.slow
def test_two_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: load_lexicon(tmp_path).look_up("prøver"), range(2)))
    assert found[0] == found[1] is not None
