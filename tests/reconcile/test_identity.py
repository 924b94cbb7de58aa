"""Measure ids: repeatable, kept by the largest overlap, never changed without an event."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.identity import Cluster, assign_ids
from reconcile.registry import EventKind, Registry, dump_events, load_registry
from tests.reconcile.make import Deck, run
from veikart.core.problems import Code


def clusters(*groups: str) -> list[Cluster]:
    return [Cluster(tuple((r, f"name {r}") for r in group), "x") for group in groups]


def kinds(before: Registry, after: Registry) -> list[str]:
    return [e.kind.value for e in after.events[len(before.events) :]]


def test_from_an_empty_registry_the_same_ids_come_again() -> None:
    first, _ = assign_ids(clusters("ab", "c"), Registry())
    assert assign_ids(clusters("c", "ba"), Registry())[0] == first[::-1]


def test_nothing_new_makes_no_event() -> None:
    _, registry = assign_ids(clusters("ab", "c"), Registry())
    assert kinds(registry, assign_ids(clusters("c", "ab"), registry)[1]) == []


def test_a_newcomer_joins_and_moves_no_id() -> None:
    ids, registry = assign_ids(clusters("bc", "e"), Registry())
    again, after = assign_ids(clusters("abc", "e"), registry)
    assert again == ids
    assert kinds(registry, after) == ["joined"]


def test_the_larger_part_of_a_split_keeps_the_id() -> None:
    (old,), registry = assign_ids(clusters("abcd"), Registry())
    ids, after = assign_ids(clusters("a", "bcd"), registry)
    assert ids[1] == old != ids[0]
    assert sorted(kinds(registry, after)) == ["minted", "split"]


def test_the_larger_of_two_that_merge_keeps_its_id_and_the_other_redirects() -> None:
    (small, large), registry = assign_ids(clusters("a", "bcd"), Registry())
    ids, after = assign_ids(clusters("abcd"), registry)
    assert ids == [large]
    assert after.state().resolve(small) == large
    assert kinds(registry, after) == ["merged"]


def test_retired_and_back() -> None:
    (gone, _), registry = assign_ids(clusters("a", "b"), Registry())
    _, without = assign_ids(clusters("b"), registry)
    assert kinds(registry, without) == ["retired"]
    ids, back = assign_ids(clusters("a", "b"), without)
    assert ids[0] == gone
    assert kinds(without, back) == ["revived"]


def test_a_changed_deck_is_recognised_by_its_names() -> None:
    old, registry = assign_ids([Cluster((("r1", "smartebrev"),), "x")], Registry())
    assert assign_ids([Cluster((("r9", "smartebrev"),), "x")], registry)[0] == old


def test_the_registry_reads_what_it_wrote_and_keeps_to_itself_what_is_damaged() -> None:
    _, registry = assign_ids(clusters("ab", "c"), Registry())
    lines = dump_events(registry.events).splitlines()
    assert load_registry(lines).events == registry.events
    broken = load_registry([lines[0], "{", lines[1]])
    assert broken.events == registry.events
    assert [p.code for p in broken.problems] == [Code.STORE_DAMAGED]


@given(st.lists(st.lists(st.integers(0, 3), min_size=6, max_size=6), min_size=1, max_size=5))
def test_ids_are_distinct_and_every_record_follows_its_events(history: list[list[int]]) -> None:
    registry = Registry()
    for labels in history:
        groups = ["".join("abcdef"[i] for i, x in enumerate(labels) if x == y) for y in sorted(set(labels))]
        ids, registry = assign_ids(clusters(*groups), registry)
        assert len(set(ids)) == len(ids)
        held = registry.state().members
        for group, measure in zip(groups, ids, strict=True):
            assert set(group) == set(held[measure])
        again, same = assign_ids(clusters(*groups), registry)
        assert again == ids
        assert same == registry


def test_adding_a_document_keeps_the_ids() -> None:
    one = Deck("b.txt")
    record = one.add("Pasientens prøvesvar")
    before = run(one)
    other = Deck("a.txt")
    other.add("Pasientens prøve svar")
    after = run(one, other, registry=before.registry)
    member = after.reconciliation.member_of
    assert member[record.id] == before.reconciliation.member_of[record.id] == member[other.records[0].id]
    events = after.registry.events[len(before.registry.events) :]
    assert [e.kind for e in events] == [EventKind.JOINED]
