"""CPU and memory of a tree of processes, as /proc tells them."""

from pathlib import Path

from tests.bench import measure


def stat_of(pid: int, parent: int, *, ticks: tuple[int, int, int, int], name: str = "python") -> str:
    before = " ".join(["0"] * 9)
    return f"{pid} ({name}) S {parent} {before} {' '.join(map(str, ticks))} 20 0 1 0 5\n"


def proc(tmp_path: Path, *lines: str) -> Path:
    for line in lines:
        folder = tmp_path / line.split()[0]
        folder.mkdir()
        (folder / "stat").write_text(line)
        (folder / "smaps_rollup").write_text(
            "55-77 ---p 00 00:00 0 [rollup]\nRss: 90 kB\nPss: 40 kB\nPss_Dirty: 7 kB\n"
        )
    (tmp_path / "uptime").write_text("1 1")
    return tmp_path


def test_user_and_system_time_count_and_so_does_that_of_children_that_have_ended():
    stat = measure.parse_stat(stat_of(7, 1, ticks=(100, 20, 3, 4)))
    assert stat.cpu_s == 127 * measure.TICK_S


def test_a_name_with_spaces_and_brackets_moves_no_field():
    stat = measure.parse_stat(stat_of(7, 1, ticks=(1, 0, 0, 0), name="postgres: (idle) x"))
    assert stat == measure.Stat(parent=1, cpu_s=measure.TICK_S)


def test_all_descendants_are_on_the_bill_and_nobody_else(tmp_path):
    place = proc(
        tmp_path,
        stat_of(1, 0, ticks=(1000, 0, 0, 0)),
        stat_of(5, 1, ticks=(100, 0, 0, 0)),
        stat_of(6, 5, ticks=(10, 0, 0, 0)),
        stat_of(7, 6, ticks=(1, 0, 0, 0)),
    )
    assert measure.cpu_s([5], place) == sum(ticks * measure.TICK_S for ticks in (100, 10, 1))
    assert measure.memory_kib([5], place) == 3 * 40


def test_a_process_named_twice_is_counted_once(tmp_path):
    place = proc(tmp_path, stat_of(5, 1, ticks=(100, 0, 0, 0)), stat_of(6, 5, ticks=(10, 0, 0, 0)))
    assert measure.memory_kib([5, 6], place) == 2 * 40


def test_a_root_that_has_ended_costs_nothing(tmp_path):
    assert measure.cpu_s([99], proc(tmp_path, stat_of(5, 1, ticks=(1, 0, 0, 0)))) == 0
